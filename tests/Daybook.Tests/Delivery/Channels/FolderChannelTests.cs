using Daybook.Delivery.Channels;

namespace Daybook.Tests.Delivery.Channels;

public sealed class FolderChannelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-folder-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    private IDeliveryChannel Channel(params (string, string)[] settings) => ChannelOf.Kind("folder", [("Path", _folder.FullName), .. settings]);

    private string[] Files() => [.. Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_folder.FullName, path)).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Artifacts_are_written_whole_below_the_recipients_folder()
    {
        var accepted = await Channel().AcceptedAsync(Messages.To("daily/soc").WithPdf());
        var path = $"daily/soc/2026-05-04/{Messages.Key[..16]}/report.pdf";
        Assert.Equal([path], Files());
        Assert.Equal("%PDF-1.7 not really", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, path), Cancel));
        Assert.Equal($"{path} was stored.", accepted.Sentence);
    }

    [Fact]
    public async Task The_same_delivery_again_changes_nothing()
    {
        var channel = Channel();
        await channel.AcceptedAsync(Messages.To(".").WithPdf());
        var file = Path.Combine(_folder.FullName, Files().Single());
        var before = File.GetLastWriteTimeUtc(file);
        Assert.EndsWith("was there already, whole.", (await channel.AcceptedAsync(Messages.To(".").WithPdf())).Sentence, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public async Task Another_content_under_a_taken_name_is_refused_unless_overwriting_is_on()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "report.pdf"), "older", Cancel);
        var (outcome, commits) = await Channel(("NamePattern", "{file}")).SendAsync(Messages.To(".").WithPdf());
        Assert.Equal("refused already_there", Sending.CodeOf(outcome));
        Assert.Equal(0, commits);
        await Channel(("NamePattern", "{file}"), ("Overwrite", "true")).AcceptedAsync(Messages.To(".").WithPdf());
        Assert.Equal("%PDF-1.7 not really", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "report.pdf"), Cancel));
        Assert.Equal(["report.pdf"], Files());
    }

    [Fact]
    public async Task A_folder_that_is_away_is_not_made_and_is_tried_again()
    {
        _folder.Delete();
        var (outcome, commits) = await Channel().SendAsync(Messages.To(".").WithPdf());
        Assert.Equal("deferred destination_not_found", Sending.CodeOf(outcome));
        Assert.Equal(0, commits);
        Assert.IsType<DeliveryOutcome.Refused>(await Channel().TestAsync(Cancel));
        Assert.False(Directory.Exists(_folder.FullName));
        _folder.Create();
        Assert.IsType<DeliveryOutcome.Accepted>(await Channel().TestAsync(Cancel));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_disk_that_is_full_is_said_in_plain_words()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        // The temporary name leads to a device that is always full.
        var message = Messages.To(".").WithPdf();
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, $".{Messages.Key[..16]}-{message.Attachments[0].Sha256[..16]}.part"), "/dev/full");
        var (outcome, commits) = await Channel(("NamePattern", "{file}")).SendAsync(message);
        Assert.Equal("deferred disk_full", Sending.CodeOf(outcome));
        Assert.Equal(0, commits);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_folder_that_goes_away_before_files_get_their_names_is_an_outcome()
    {
        var channel = Channel();
        var outcome = await channel.SendAsync(Messages.To(".").WithPdf(), _ =>
        {
            _folder.Delete(recursive: true);
            return Task.CompletedTask;
        }, Cancel);
        Assert.Equal("deferred not_stored", Sending.CodeOf(outcome));
        _folder.Create();
    }

    [Fact]
    public async Task What_is_not_agreed_to_leaves_nothing()
    {
        await Channel().KeepsHomeAsync(Messages.To(".").WithPdf());
        Assert.Empty(Files());
    }
}
