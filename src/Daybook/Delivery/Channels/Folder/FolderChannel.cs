using System.Collections.Immutable;
using System.Security.Cryptography;
using Daybook.Delivery.Channels.Stored;
using Daybook.Hosting;

namespace Daybook.Delivery.Channels.Folder;

/// <summary>Writes files beside their final names and then renames them, so that whoever watches the folder sees only whole ones.</summary>
internal sealed class FolderChannel(string name, string root, NamePattern pattern, FolderOptions options) : IDeliveryChannel
{
    public const string Kind = "folder";

    public string Name => name;

    public ChannelTraits Traits { get; } = new(Kind, options.MaximumBytes, DeliveryGuarantee.AtLeastOnce, ReachesPeople: false);

    public static IDeliveryChannel? Make(ChannelSettings settings)
    {
        var options = settings.Read(new FolderOptionsCheck());
        var pattern = NamePattern.Read(settings, nameof(options.NamePattern), options.NamePattern);
        var root = Path.Combine(Path.GetFullPath(settings.Service<ServerSettings>().DataFolder), options.Path);
        return settings.HasProblems || pattern is null ? null : new FolderChannel(settings.Name, root, pattern, options);
    }

    public string? Refuse(string recipient) => StoredFile.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var files = StoredFile.Of(message, pattern, message.Recipient);
        var waiting = new List<(string From, string To)>();
        try
        {
            if (await FolderFailure.CatchAsync(root, () => WriteAsync(message.Key, files, waiting, cancellationToken)).ConfigureAwait(false) is { } outcome)
                return outcome;
            await commit(cancellationToken).ConfigureAwait(false);
            return (await FolderFailure.CatchAsync(root, () => Task.FromResult<DeliveryOutcome?>(Rename(files, waiting))).ConfigureAwait(false))!;
        }
        finally
        {
            foreach (var (from, _) in waiting)
                FolderFailure.Remove(from);
        }
    }

    public async Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken) => (await FolderFailure.CatchAsync(root, async () =>
    {
        if (!Directory.Exists(root))
            return new DeliveryOutcome.Refused(ChannelCodes.NotFound, $"There is no folder {root}. Make it, or mount what should be there.");
        var probe = Path.Combine(root, ".daybook-test");
        await File.WriteAllBytesAsync(probe, [], cancellationToken).ConfigureAwait(false);
        File.Delete(probe);
        return new DeliveryOutcome.Accepted($"The folder {root} is there and can be written to.");
    }).ConfigureAwait(false))!;

    /// <returns>Null when every file is there or waits to be renamed.</returns>
    private async Task<DeliveryOutcome?> WriteAsync(string key, ImmutableArray<StoredFile> files, List<(string From, string To)> waiting, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(root))
            return new DeliveryOutcome.Deferred(ChannelCodes.NotFound, $"There is no folder {root}. Make it, or mount what should be there; it is not made here, so that files cannot land beside a share that is away.");
        foreach (var file in files)
        {
            var path = Path.Combine(root, file.Path);
            if (File.Exists(path) && await HasAsync(path, file, cancellationToken).ConfigureAwait(false))
                continue;
            if (File.Exists(path) && !options.Overwrite)
                return new DeliveryOutcome.Refused(ChannelCodes.AlreadyThere, $"{file.Path} is there with other content. Set Overwrite, or put {{key}} into NamePattern.");
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            var temporary = Path.Combine(folder, $".{key[..16]}-{file.Sha256[..16]}.part");
            waiting.Add((temporary, path));
            var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(file.Content, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }
        }

        return null;
    }

    private DeliveryOutcome.Accepted Rename(ImmutableArray<StoredFile> files, List<(string From, string To)> waiting)
    {
        foreach (var (from, to) in waiting)
            File.Move(from, to, options.Overwrite);
        return new DeliveryOutcome.Accepted(StoredFile.Sentence(files, isNew: waiting.Count > 0));
    }

    private static async Task<bool> HasAsync(string path, StoredFile file, CancellationToken cancellationToken)
    {
        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
            return stream.Length == file.Content.Length && Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false)) == file.Sha256;
    }
}
