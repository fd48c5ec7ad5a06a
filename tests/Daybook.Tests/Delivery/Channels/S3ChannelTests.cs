using System.Collections.Concurrent;
using System.Security.Cryptography;
using Daybook.Delivery.Channels;
using Daybook.Outgoing;
using Daybook.Tests.Outgoing;
using Microsoft.AspNetCore.Http;

namespace Daybook.Tests.Delivery.Channels;

public sealed class S3ChannelTests
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly ConcurrentDictionary<string, byte[]> _objects = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IDeliveryChannel Channel(int port, params (string, string)[] settings) => ChannelOf.Kind(
        "s3", [("Endpoint", $"http://127.0.0.1:{port}"), ("Bucket", "reports"), ("AccessKey", AccessKey), ("SecretKey", SecretKey), ("PathStyle", "true"), ("Region", "eu-west-2"), .. settings]);

    /// <summary>A store that lets in only what is signed rightly, and keeps only what has the checksum it says.</summary>
    private Task<Loopback> StoreAsync() => Loopback.StartAsync(async (context, request) =>
    {
        if (SigV4.Problem(request, AccessKey, SecretKey, "eu-west-2") is { } problem)
            await ErrorAsync(context, 403, problem);
        else if (!request.Path.StartsWith("/reports", StringComparison.Ordinal))
            await ErrorAsync(context, 404, "NoSuchBucket");
        else if (request.Method == "GET")
            await context.Response.WriteAsync("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>reports</Name><KeyCount>0</KeyCount><MaxKeys>1</MaxKeys><IsTruncated>false</IsTruncated></ListBucketResult>");
        else if (request.Headers["x-amz-checksum-sha256"] != Convert.ToBase64String(SHA256.HashData(request.Body)))
            await ErrorAsync(context, 400, "BadDigest");
        else
        {
            _objects[Uri.UnescapeDataString(request.Path["/reports/".Length..])] = request.Body;
            context.Response.Headers.ETag = "\"e1\"";
        }
    });

    private static Task<Loopback> RefusingAsync(int status, string code) => Loopback.StartAsync((context, _) => ErrorAsync(context, status, code));

    private static Task ErrorAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>The store says so</Message></Error>");
    }

    [Fact]
    public async Task Artifacts_become_objects_named_by_date_and_key()
    {
        await using var store = await StoreAsync();
        var accepted = await Channel(store.Port, ("Prefix", "cob/prod")).AcceptedAsync(Messages.To("soc").WithPdf());
        var name = $"cob/prod/soc/2026-05-04/{Messages.Key[..16]}/report.pdf";
        Assert.Equal([name], _objects.Keys);
        Assert.Equal("%PDF-1.7 not really"u8.ToArray(), _objects[name]);
        Assert.Equal(($"{name} was stored.", "\"e1\""), (accepted.Sentence, accepted.Receipt));
        var request = store.Requests.Single();
        Assert.Equal("application/pdf", request.Headers["Content-Type"]);
        Assert.Equal(Messages.Key, request.Headers["x-amz-meta-daybook-key"]);
    }

    [Fact]
    public async Task The_same_delivery_again_writes_the_same_object()
    {
        await using var store = await StoreAsync();
        var channel = Channel(store.Port);
        await channel.AcceptedAsync(Messages.To(".").WithPdf());
        await channel.AcceptedAsync(Messages.To(".").WithPdf());
        Assert.Single(_objects);
        Assert.Equal(2, store.Requests.Count);
    }

    [Fact]
    public async Task Names_that_need_escapes_are_signed_rightly()
    {
        await using var store = await StoreAsync();
        await Channel(store.Port, ("NamePattern", "{title}/{file}")).AcceptedAsync(
            Messages.To("équipe rouge/a+b&c=d") with { Attachments = [Messages.Attachment("Bericht 4. Mai (größe) 100%.pdf", "x")] });
        Assert.Equal(["équipe rouge/a+b&c=d/COB report/Bericht 4. Mai (größe) 100%.pdf"], _objects.Keys);
    }

    [Fact]
    public async Task Encryption_at_the_store_is_asked_for()
    {
        await using var store = await StoreAsync();
        await Channel(store.Port, ("Encryption", "aws:kms"), ("KmsKey", "key-1")).AcceptedAsync(Messages.To(".").WithPdf());
        Assert.Equal("aws:kms", store.Requests.Single().Headers["x-amz-server-side-encryption"]);
        Assert.Equal("key-1", store.Requests.Single().Headers["x-amz-server-side-encryption-aws-kms-key-id"]);
    }

    [Theory]
    [InlineData("SecretKey", "another", "refused sign_in_refused")]
    [InlineData("AccessKey", "AKIDOTHER", "refused sign_in_refused")]
    [InlineData("Region", "eu-west-1", "refused sign_in_refused")]
    [InlineData("Bucket", "others", "refused destination_not_found")]
    public async Task A_wrong_setting_is_named(string setting, string value, string expected)
    {
        await using var store = await StoreAsync();
        var (outcome, _) = await Channel(store.Port, (setting, value)).SendAsync(Messages.To(".").WithPdf());
        Assert.Equal(expected, Sending.CodeOf(outcome));
        Assert.DoesNotContain(SecretKey, outcome.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "AccessDenied", "refused destination_not_permitted")]
    [InlineData(503, "SlowDown", "deferred rate_limited")]
    [InlineData(500, "InternalError", "deferred service_unavailable")]
    [InlineData(507, "XMinioStorageFull", "deferred disk_full")]
    [InlineData(400, "EntityTooLarge", "refused message_too_large")]
    [InlineData(400, "BadDigest", "deferred not_stored")]
    [InlineData(418, "SomethingNew", "refused message_rejected")]
    public async Task Each_answer_of_a_store_has_its_outcome(int status, string code, string expected)
    {
        await using var store = await RefusingAsync(status, code);
        Assert.Equal(expected, Sending.CodeOf((await Channel(store.Port).SendAsync(Messages.To(".").WithPdf())).Outcome));
        Assert.Single(store.Requests);
    }

    [Fact]
    public async Task A_store_that_is_not_there_has_nothing_and_one_that_dies_may_have_it()
    {
        using var closed = new ClosedPort();
        Assert.Equal("deferred " + OutgoingCodes.ConnectionFailed, Sending.CodeOf((await Channel(closed.Number).SendAsync(Messages.To(".").WithPdf())).Outcome));
        using var dying = RawServer.Start(stream => RawServer.ReadUntilAsync(stream, "not really", Cancel));
        Assert.Equal("unknown " + OutgoingCodes.ConnectionLost, Sending.CodeOf((await Channel(dying.Port).SendAsync(Messages.To(".").WithPdf())).Outcome));
    }

    [Fact]
    public async Task A_store_that_never_answers_may_have_it()
    {
        using var stop = new CancellationTokenSource();
        using var silent = RawServer.Start(_ => Task.Delay(Timeout.Infinite, stop.Token));
        Assert.Equal("unknown " + OutgoingCodes.ConnectionLost, Sending.CodeOf((await Channel(silent.Port, ("TimeoutSeconds", "5")).SendAsync(Messages.To(".").WithPdf())).Outcome));
        await stop.CancelAsync();
    }

    [Fact]
    public async Task A_test_asks_for_the_bucket_and_stores_nothing()
    {
        await using var store = await StoreAsync();
        Assert.Equal("The bucket reports is there and lets this account in.", (await Channel(store.Port).TestAsync(Cancel)).Sentence);
        Assert.Equal("refused sign_in_refused", Sending.CodeOf(await Channel(store.Port, ("SecretKey", "another")).TestAsync(Cancel)));
        Assert.Equal("refused destination_not_found", Sending.CodeOf(await Channel(store.Port, ("Bucket", "others")).TestAsync(Cancel)));
        Assert.Empty(_objects);
        await using var closed = await RefusingAsync(403, "AccessDenied");
        Assert.Contains("Permit it s3:ListBucket there", (await Channel(closed.Port).TestAsync(Cancel)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_agreed_to_is_not_stored()
    {
        await using var store = await StoreAsync();
        await Channel(store.Port).KeepsHomeAsync(Messages.To(".").WithPdf());
        Assert.Empty(store.Requests);
    }

    [Fact]
    public async Task Keys_that_are_lent_are_sent_with_their_session_token_and_read_anew_from_files()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "token-1\n", Cancel);
        await using var store = await StoreAsync();
        var channel = Channel(store.Port, ("SessionToken", "file:" + file));
        await channel.AcceptedAsync(Messages.To(".").WithPdf());
        await File.WriteAllTextAsync(file, "token-2\n", Cancel);
        await channel.AcceptedAsync(Messages.To(".").WithPdf());
        Assert.Equal(["token-1", "token-2"], store.Requests.Select(request => request.Headers["x-amz-security-token"]));
        File.Delete(file);
        var (outcome, _) = await channel.SendAsync(Messages.To(".").WithPdf());
        Assert.Equal("refused sign_in_refused", Sending.CodeOf(outcome));
        Assert.Contains(file, outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_object_is_sent_in_parts_and_is_there_when_the_last_is()
    {
        await using var store = await PartsAsync();
        var message = Large();
        var accepted = await Channel(store.Port, ("PartBytes", "5242880"), ("Encryption", "AES256")).AcceptedAsync(message);
        Assert.Equal("\"whole-3\"", accepted.Receipt);
        Assert.Equal(message.Attachments[0].Sha256, Convert.ToHexStringLower(SHA256.HashData(Assert.Single(_objects).Value)));
        Assert.Equal("AES256", store.Requests.First().Headers["x-amz-server-side-encryption"]);
        Assert.Equal(Messages.Key, store.Requests.First().Headers["x-amz-meta-daybook-key"]);
    }

    [Fact]
    public async Task Parts_that_become_no_object_are_taken_away()
    {
        await using var store = await PartsAsync(refused: 2);
        Assert.Equal("deferred rate_limited", Sending.CodeOf((await Channel(store.Port, ("PartBytes", "5242880")).SendAsync(Large())).Outcome));
        Assert.Empty(_objects);
        Assert.Equal("DELETE", store.Requests.Last().Method);
    }

    private static DeliveryMessage Large() => Messages.To(".") with { Attachments = [Messages.Attachment("large.pdf", new string('x', 11_000_000))] };

    /// <summary>A store that takes parts, each with its checksum.</summary>
    /// <param name="refused">The number of the part that it does not take.</param>
    private Task<Loopback> PartsAsync(int refused = 0)
    {
        var parts = new SortedDictionary<int, byte[]>();
        return Loopback.StartAsync(async (context, request) =>
        {
            var query = context.Request.Query;
            if (SigV4.Problem(request, AccessKey, SecretKey, "eu-west-2") is { } problem)
                await ErrorAsync(context, 403, problem);
            else if (request.Method == "DELETE")
                context.Response.StatusCode = 204;
            else if (query.ContainsKey("uploads"))
                await context.Response.WriteAsync("<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>");
            else if (query["uploadId"] != "u1")
                await ErrorAsync(context, 404, "NoSuchUpload");
            else if (request.Method == "POST")
            {
                Assert.All(parts, part => Assert.Contains($"<ChecksumSHA256>{Convert.ToBase64String(SHA256.HashData(part.Value))}</ChecksumSHA256>", request.Text, StringComparison.Ordinal));
                _objects[request.Path] = [.. parts.Values.SelectMany(part => part)];
                await context.Response.WriteAsync($"<CompleteMultipartUploadResult><ETag>\"whole-{parts.Count}\"</ETag></CompleteMultipartUploadResult>");
            }
            else if (int.Parse(query["partNumber"].ToString(), System.Globalization.CultureInfo.InvariantCulture) is var number && number == refused)
                await ErrorAsync(context, 503, "SlowDown");
            else if (request.Headers["x-amz-checksum-sha256"] != Convert.ToBase64String(SHA256.HashData(request.Body)))
                await ErrorAsync(context, 400, "BadDigest");
            else
            {
                parts[number] = request.Body;
                context.Response.Headers.ETag = $"\"p{number}\"";
            }
        });
    }
}
