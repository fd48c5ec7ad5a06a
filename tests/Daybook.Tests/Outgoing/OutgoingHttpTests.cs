using System.Net;
using Daybook.Outgoing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.Outgoing;

/// <summary>What the guard refuses, and what it tells of calls that fail.</summary>
public sealed class OutgoingHttpTests
{
    private static readonly byte[] Body = "{\"x\":1}"u8.ToArray();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal static OutgoingHttp Http(params string[] allowed) => Http(new OutgoingOptions(), allowed);

    internal static OutgoingHttp Http(OutgoingOptions options, params string[] allowed)
    {
        foreach (var entry in allowed)
            options.AllowedPrivate.Add(entry);
        // Every name of the tests is this machine.
        var hosts = new OutgoingHosts(Options.Create(options)) { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) };
        return new OutgoingHttp(hosts, Options.Create(options));
    }

    private static async Task<OutgoingException> FailsAsync(OutgoingHttp http, OutgoingRequest request)
    {
        using (http)
            return await Assert.ThrowsAsync<OutgoingException>(() => http.SendAsync(request, Cancel));
    }

    private static OutgoingRequest Get(string address) => new(HttpMethod.Get, new Uri(address));

    private static OutgoingRequest Post(int port) => new(HttpMethod.Post, new Uri($"http://127.0.0.1:{port}/")) { Body = Body, ContentType = "application/json" };

    [Theory]
    [InlineData("https://127.0.0.1/", OutgoingCodes.AddressRefused)]
    [InlineData("https://2130706433/", OutgoingCodes.AddressRefused)]
    [InlineData("https://0x7f.1/", OutgoingCodes.AddressRefused)]
    [InlineData("https://[::1]/", OutgoingCodes.AddressRefused)]
    [InlineData("https://[::ffff:192.168.0.1]/", OutgoingCodes.AddressRefused)]
    [InlineData("http://169.254.169.254/latest/meta-data/", OutgoingCodes.AddressRefused)]
    [InlineData("https://user:password@example.test/", OutgoingCodes.AddressRefused)]
    [InlineData("https://names-of-this-machine.test/", OutgoingCodes.AddressRefused)]
    [InlineData("http://example.test/", OutgoingCodes.TlsRequired)]
    [InlineData("file:///etc/passwd", OutgoingCodes.TlsRequired)]
    [InlineData("ftp://example.test/", OutgoingCodes.TlsRequired)]
    public async Task Private_hosts_and_plain_connections_are_refused(string address, string code)
    {
        var failure = await FailsAsync(Http(), Get(address));
        Assert.Equal(code, failure.Code);
        Assert.True(failure.IsPermanent);
        Assert.False(failure.MayHaveArrived);
    }

    [Fact]
    public async Task A_listed_host_may_be_called_and_gets_what_is_sent()
    {
        await using var server = await Loopback.StartAsync((context, _) => context.Response.WriteAsync("fine"));
        using var http = Http("127.0.0.0/8");
        var answer = await http.SendAsync(Post(server.Port) with { Headers = [new("X-Key", "k")] }, Cancel);
        Assert.Equal("fine", answer.Text);
        var request = Assert.Single(server.Requests);
        Assert.Equal(Body, request.Body);
        Assert.Equal("k", request.Headers["X-Key"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_redirect_to_a_host_that_is_not_listed_is_refused()
    {
        await using var server = await Loopback.StartAsync((context, _) =>
        {
            context.Response.Redirect($"https://evil.test:{context.Request.Host.Port}/");
            return Task.CompletedTask;
        });
        var failure = await FailsAsync(Http("good.test"), Get($"http://good.test:{server.Port}/") with { MaxRedirects = 5 });
        Assert.Equal(OutgoingCodes.AddressRefused, failure.Code);
        Assert.Contains("evil.test has the address 127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Secrets_of_a_request_do_not_follow_a_redirect_to_another_host()
    {
        await using var server = await Loopback.StartAsync(async (context, request) =>
        {
            if (request.Path == "/")
                context.Response.Redirect($"http://other.test:{context.Request.Host.Port}/there");
            else
                await context.Response.WriteAsync("there");
        });
        using var http = Http("good.test", "other.test");
        var answer = await http.SendAsync(
            Get($"http://good.test:{server.Port}/") with { MaxRedirects = 1, Headers = [new("Authorization", "Bearer x"), new("If-None-Match", "\"1\"")] }, Cancel);
        Assert.Equal("there", answer.Text);
        Assert.Equal("other.test", answer.Address.Host);
        Assert.True(server.Requests.First().Headers.ContainsKey("Authorization"));
        Assert.False(server.Requests.Last().Headers.ContainsKey("Authorization"));
        Assert.Equal("\"1\"", server.Requests.Last().Headers["If-None-Match"]);
    }

    [Fact]
    public async Task Redirects_end()
    {
        await using var server = await Loopback.StartAsync((context, _) =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        Assert.Equal(OutgoingCodes.TooManyRedirects, (await FailsAsync(Http("127.0.0.1"), Get($"{server.Address}") with { MaxRedirects = 3 })).Code);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_that_is_not_followed_is_the_answer()
    {
        await using var server = await Loopback.StartAsync((context, _) =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        using var http = Http("127.0.0.1");
        Assert.Equal(HttpStatusCode.Found, (await http.SendAsync(Post(server.Port), Cancel)).Status);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_name_is_found_once_and_what_was_checked_is_connected_to()
    {
        await using var server = await Loopback.StartAsync((context, _) => context.Response.WriteAsync("inside"));
        var found = new Queue<IPAddress>([IPAddress.Parse("192.0.2.1"), IPAddress.Loopback]);
        var options = new OutgoingOptions { ConnectSeconds = 1 };
        options.AllowedPrivate.Add("192.0.2.1");
        var hosts = new OutgoingHosts(Options.Create(options)) { Resolve = (_, _) => Task.FromResult<IPAddress[]>([found.Dequeue()]) };
        // The first answer is allowed and leads nowhere; the second, which leads inside, is never asked for.
        var failure = await FailsAsync(new OutgoingHttp(hosts, Options.Create(options)), Get($"https://rebinding.test:{server.Port}/"));
        Assert.Contains(failure.Code, new[] { OutgoingCodes.NoAnswer, OutgoingCodes.ConnectionFailed });
        Assert.Single(found);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_host_with_one_public_and_one_private_address_is_refused()
    {
        var hosts = new OutgoingHosts(Options.Create(new OutgoingOptions())) { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8"), IPAddress.Loopback]) };
        Assert.Equal(OutgoingCodes.AddressRefused, (await FailsAsync(new OutgoingHttp(hosts, Options.Create(new OutgoingOptions())), Get("https://both.test/"))).Code);
    }

    [Fact]
    public async Task A_certificate_that_nobody_signed_is_refused_unless_its_authority_is_configured()
    {
        using var certificate = Loopback.NewCertificate("secure.test");
        await using var server = await Loopback.StartAsync((context, _) => context.Response.WriteAsync("secure"), certificate);
        var request = Get($"https://secure.test:{server.Port}/");
        var failure = await FailsAsync(Http("secure.test"), request);
        Assert.Equal(OutgoingCodes.TlsFailed, failure.Code);
        Assert.Empty(server.Requests);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), Cancel);
            using var trusting = Http(new OutgoingOptions { AuthoritiesFile = file }, "secure.test", "other.test");
            Assert.Equal("secure", (await trusting.SendAsync(request, Cancel)).Text);
            await trusting.ReachAsync(request.Address, Cancel);
            var wrongName = await Assert.ThrowsAsync<OutgoingException>(() => trusting.ReachAsync(new Uri($"https://other.test:{server.Port}/"), Cancel));
            Assert.Equal(OutgoingCodes.TlsFailed, wrongName.Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_refused_or_cut_even_when_it_is_packed()
    {
        await using var server = await Loopback.StartAsync(async (context, _) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await packed.WriteAsync(new byte[5_000_000], Cancel);
        });
        var request = Get(server.Address.ToString()) with { MaxBytes = 1000 };
        Assert.Equal(OutgoingCodes.AnswerTooLarge, (await FailsAsync(Http("127.0.0.1"), request)).Code);
        using var http = Http("127.0.0.1");
        Assert.Equal(1000, (await http.SendAsync(request with { CutsAnswer = true }, Cancel)).Body.Length);
    }

    [Fact]
    public async Task A_host_that_takes_no_connections_has_got_nothing()
    {
        var asked = 0;
        using var port = new ClosedPort();
        var failure = await FailsAsync(Http("127.0.0.1"), Post(port.Number) with { BeforeBody = _ => Task.FromResult(asked++) });
        Assert.Equal(OutgoingCodes.ConnectionFailed, failure.Code);
        Assert.False(failure.MayHaveArrived);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_body_leaves_open_whether_it_arrived()
    {
        using var server = RawServer.Start(async stream => await RawServer.ReadUntilAsync(stream, "\"x\":1}", Cancel));
        var failure = await FailsAsync(Http("127.0.0.1"), Post(server.Port));
        Assert.Equal(OutgoingCodes.ConnectionLost, failure.Code);
        Assert.True(failure.MayHaveArrived);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_body_has_not_delivered_it()
    {
        using var server = RawServer.Start(async stream => await RawServer.ReadUntilAsync(stream, "\r\n\r\n", Cancel));
        var failure = await FailsAsync(Http("127.0.0.1"), Post(server.Port) with { Body = new byte[50_000_000] });
        Assert.Equal(OutgoingCodes.ConnectionLost, failure.Code);
        Assert.False(failure.MayHaveArrived);
    }

    [Fact]
    public async Task A_host_that_never_answers_may_have_got_the_body()
    {
        using var stop = new CancellationTokenSource();
        using var server = RawServer.Start(stream => Task.Delay(Timeout.Infinite, stop.Token));
        var failure = await FailsAsync(Http("127.0.0.1"), Post(server.Port) with { Timeout = TimeSpan.FromSeconds(5) });
        Assert.Equal(OutgoingCodes.NoAnswer, failure.Code);
        Assert.True(failure.MayHaveArrived);
        await stop.CancelAsync();
    }

    [Fact]
    public async Task Whoever_objects_before_the_body_leaves_keeps_it_home()
    {
        await using var server = await Loopback.StartAsync((_, _) => Task.CompletedTask);
        using var http = Http("127.0.0.1");
        var objection = await Assert.ThrowsAsync<InvalidOperationException>(() => http.SendAsync(Post(server.Port) with { BeforeBody = _ => throw new InvalidOperationException("no") }, Cancel));
        Assert.Equal("no", objection.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_of_a_timeout()
    {
        using var stop = new CancellationTokenSource();
        using var server = RawServer.Start(_ => stop.CancelAsync());
        using var http = Http("127.0.0.1");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.SendAsync(Post(server.Port), stop.Token));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Mon, 04 May 2026 18:01:00 GMT", 60)]
    [InlineData("Mon, 04 May 2026 17:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read_as_seconds_or_as_a_date(string header, int? seconds)
    {
        await using var server = await Loopback.StartAsync((context, _) =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });
        using var http = Http("127.0.0.1");
        var answer = await http.SendAsync(Get(server.Address.ToString()), Cancel);
        Assert.Equal(seconds, answer.RetryAfter(new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero))?.TotalSeconds);
    }
}
