using Daybook.Delivery.Channels;
using Daybook.Outgoing;
using Daybook.Tests.Delivery.Channels;

namespace Daybook.SystemTests.Delivery;

/// <summary>The SFTP channel against OpenSSH.</summary>
public sealed class SftpChannelTests
{
    private const string OtherKey = "SHA256:uNiVztksCsDhcc0u9e8BrQJ8Cb9e9kjQZEXAMPLEfpA";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IDeliveryChannel Channel(SshServer server, params (string, string)[] settings) => ChannelOf.Kind(
        "sftp",
        [
            ("Host", "127.0.0.1"), ("Port", $"{server.Port}"), ("Username", Environment.UserName), ("PrivateKeyFile", server.UserKey),
            ("HostKeys:0", OtherKey), ("HostKeys:1", server.HostKey), ("Folder", server.Files), ("TimeoutSeconds", "60"), .. settings,
        ]);

    [Fact]
    public async Task Files_land_whole_below_the_recipients_folder()
    {
        await using var server = await SshServer.StartAsync();
        var accepted = await Channel(server).AcceptedAsync(Messages.To("daily/équipe").WithPdf());
        var path = $"daily/équipe/2026-05-04/{Messages.Key[..16]}/report.pdf";
        Assert.Equal([path], server.FileNames());
        Assert.Equal("%PDF-1.7 not really", await File.ReadAllTextAsync(Path.Combine(server.Files, path), Cancel));
        Assert.Equal($"127.0.0.1: {path} was stored.", accepted.Sentence);
    }

    [Fact]
    public async Task A_large_file_arrives_byte_for_byte()
    {
        await using var server = await SshServer.StartAsync();
        var content = string.Concat(Enumerable.Range(0, 300_000).Select(number => $"{number:0000000}\n"));
        await Channel(server, ("NamePattern", "{file}")).AcceptedAsync(Messages.To(".") with { Attachments = [Messages.Attachment("large.csv", content)] });
        Assert.Equal(content, await File.ReadAllTextAsync(Path.Combine(server.Files, "large.csv"), Cancel));
    }

    [Fact]
    public async Task The_same_delivery_again_changes_nothing_and_another_content_is_refused()
    {
        await using var server = await SshServer.StartAsync();
        var channel = Channel(server, ("NamePattern", "{file}"));
        await channel.AcceptedAsync(Messages.To(".").WithPdf());
        Assert.EndsWith("was there already, whole.", (await channel.AcceptedAsync(Messages.To(".").WithPdf())).Sentence, StringComparison.Ordinal);
        var other = Messages.To(".") with { Attachments = [Messages.Attachment("report.pdf", "another")] };
        var (outcome, commits) = await channel.SendAsync(other);
        Assert.Equal(("refused already_there", 0), (Sending.CodeOf(outcome), commits));
        await Channel(server, ("NamePattern", "{file}"), ("Overwrite", "true")).AcceptedAsync(other);
        Assert.Equal("another", await File.ReadAllTextAsync(Path.Combine(server.Files, "report.pdf"), Cancel));
        Assert.Equal(["report.pdf"], server.FileNames());
    }

    [Fact]
    public async Task A_host_with_another_key_is_not_talked_to()
    {
        await using var server = await SshServer.StartAsync();
        var (outcome, commits) = await Channel(server, ("HostKeys:1", OtherKey)).SendAsync(Messages.To(".").WithPdf());
        Assert.Equal(("refused host_key_unknown", 0), (Sending.CodeOf(outcome), commits));
        Assert.Contains($"ssh-ed25519 {server.HostKey}, which is not in HostKeys", outcome.Sentence, StringComparison.Ordinal);
        Assert.Equal("refused host_key_unknown", Sending.CodeOf(await Channel(server, ("HostKeys:1", OtherKey)).TestAsync(Cancel)));
    }

    [Fact]
    public async Task An_account_that_is_not_let_in_is_named()
    {
        await using var server = await SshServer.StartAsync();
        var (outcome, _) = await Channel(server, ("PrivateKeyFile", ""), ("Password", "wrong-password")).SendAsync(Messages.To(".").WithPdf());
        Assert.Equal("refused sign_in_refused", Sending.CodeOf(outcome));
        Assert.DoesNotContain("wrong-password", outcome.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_lets_in()
    {
        await using var server = await SshServer.StartAsync(password: "open-sesame");
        var channel = Channel(server, ("PrivateKeyFile", ""), ("Password", "open-sesame"), ("NamePattern", "{file}"));
        await channel.AcceptedAsync(Messages.To(".").WithPdf());
        Assert.Equal(["report.pdf"], server.FileNames());
        Assert.Equal("refused sign_in_refused", Sending.CodeOf((await Channel(server, ("PrivateKeyFile", ""), ("Password", "open")).SendAsync(Messages.To(".").WithPdf())).Outcome));
    }

    [Fact]
    public async Task A_disk_that_is_full_is_said_in_plain_words_and_left_clean()
    {
        await using var server = await SshServer.StartAsync(kilobytes: 64);
        var (outcome, commits) = await Channel(server).SendAsync(Messages.To(".") with { Attachments = [Messages.Attachment("report.pdf", new string('x', 200_000))] });
        Assert.Equal(("deferred disk_full", 0), (Sending.CodeOf(outcome), commits));
        Assert.Contains("There is no space left on 127.0.0.1", outcome.Sentence, StringComparison.Ordinal);
        // What was begun is taken away again, so that a smaller report fits.
        await Channel(server).AcceptedAsync(Messages.To(".") with { Attachments = [Messages.Attachment("report.pdf", new string('x', 40_000))] });
    }

    [Fact]
    public async Task An_account_that_may_not_write_is_told_so()
    {
        await using var server = await SshServer.StartAsync("-R");
        Assert.Equal("refused destination_not_permitted", Sending.CodeOf((await Channel(server).SendAsync(Messages.To(".").WithPdf())).Outcome));
    }

    [Fact]
    public async Task A_folder_that_is_away_is_not_made()
    {
        await using var server = await SshServer.StartAsync();
        var channel = Channel(server, ("Folder", server.Files + "/mount"));
        Assert.Equal("deferred destination_not_found", Sending.CodeOf((await channel.SendAsync(Messages.To(".").WithPdf())).Outcome));
        Assert.Equal("refused destination_not_found", Sending.CodeOf(await channel.TestAsync(Cancel)));
        Assert.Empty(Directory.GetFileSystemEntries(server.Files));
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_file_is_whole_leaves_no_doubt()
    {
        await using var server = await SshServer.StartAsync();
        using var proxy = CuttingProxy.Start(server.Port, 500_000);
        var (outcome, commits) = await Channel(server, ("Port", $"{proxy.Port}")).SendAsync(Messages.To(".") with { Attachments = [Messages.Attachment("report.pdf", new string('x', 5_000_000))] });
        Assert.Equal(("deferred " + OutgoingCodes.ConnectionLost, 0), (Sending.CodeOf(outcome), commits));
        Assert.DoesNotContain(server.FileNames(), name => name.EndsWith("report.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_that_breaks_while_the_file_gets_its_name_is_unknown_and_harmless_to_repeat()
    {
        await using var server = await SshServer.StartAsync();
        var outcome = await Channel(server).SendAsync(Messages.To(".").WithPdf(), _ => server.KillAsync(), Cancel);
        Assert.Equal("unknown " + OutgoingCodes.ConnectionLost, Sending.CodeOf(outcome));
    }

    [Fact]
    public async Task A_host_that_is_away_has_nothing()
    {
        await using var server = await SshServer.StartAsync();
        await server.KillAsync();
        var (outcome, commits) = await Channel(server).SendAsync(Messages.To(".").WithPdf());
        Assert.Equal(("deferred " + OutgoingCodes.ConnectionFailed, 0), (Sending.CodeOf(outcome), commits));
    }

    [Fact]
    public async Task What_is_not_agreed_to_leaves_nothing()
    {
        await using var server = await SshServer.StartAsync();
        await Channel(server).KeepsHomeAsync(Messages.To(".").WithPdf());
        Assert.Empty(server.FileNames());
    }

    [Fact]
    public async Task A_test_signs_in_and_looks_for_the_folder()
    {
        await using var server = await SshServer.StartAsync();
        Assert.Equal($"Signed in to 127.0.0.1 as {Environment.UserName}; the folder {server.Files} is there.", (await Channel(server).TestAsync(Cancel)).Sentence);
    }
}
