using System.Collections.Immutable;
using System.Security.Cryptography;
using Daybook.Delivery.Channels.Stored;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Daybook.Delivery.Channels.Sftp;

/// <summary>The files of one message on a host: first under temporary names, then under their own.</summary>
internal sealed class SftpUpload(SftpLogin login, SftpOptions options, string key) : IAsyncDisposable
{
    private readonly List<(string From, string To)> _waiting = [];
    private SftpClient? _client;

    /// <summary>Whether anything had to be stored.</summary>
    public bool IsNew => _waiting.Count > 0;

    /// <returns>Null when every file is there or waits to be renamed.</returns>
    public async Task<DeliveryOutcome?> WriteAsync(ImmutableArray<StoredFile> files, CancellationToken cancellationToken)
    {
        _client = await login.ConnectAsync(cancellationToken).ConfigureAwait(false);
        if (!await _client.ExistsAsync(options.Folder, cancellationToken).ConfigureAwait(false))
            throw new SftpPathNotFoundException(options.Folder);
        foreach (var file in files)
        {
            var path = StoredFile.Join(options.Folder, file.Path);
            var isThere = await _client.ExistsAsync(path, cancellationToken).ConfigureAwait(false);
            if (isThere && await HasAsync(path, file, cancellationToken).ConfigureAwait(false))
                continue;
            if (isThere && !options.Overwrite)
                return new DeliveryOutcome.Refused(ChannelCodes.AlreadyThere, $"{path} is on {options.Host} with other content. Set Overwrite, or put {{key}} into NamePattern.");
            await MakeFoldersAsync(file.Path, cancellationToken).ConfigureAwait(false);
            var temporary = $"{path[..(path.LastIndexOf('/') + 1)]}.{key[..16]}-{file.Sha256[..16]}.part";
            _waiting.Add((temporary, path));
            using var content = file.Open();
            try
            {
                await _client.UploadFileAsync(content, temporary, cancellationToken).ConfigureAwait(false);
            }
            catch (SftpException failure) when (failure is not (SftpPermissionDeniedException or SftpPathNotFoundException))
            {
                if (await WithoutSpaceAsync(temporary, file, cancellationToken).ConfigureAwait(false) is { } full)
                    return full;
                throw;
            }
        }

        return null;
    }

    /// <returns>Null when every file has its name.</returns>
    public Task<DeliveryOutcome?> RenameAsync(CancellationToken cancellationToken)
    {
        foreach (var (from, to) in _waiting)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _client!.RenameFile(from, to, isPosix: options.Overwrite);
        }

        return Task.FromResult<DeliveryOutcome?>(null);
    }

    /// <summary>Takes what did not get its name away again, as far as the host still listens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_client is null)
            return;
        foreach (var (from, _) in _waiting)
        {
            try
            {
                if (_client.IsConnected && await _client.ExistsAsync(from, CancellationToken.None).ConfigureAwait(false))
                    await _client.DeleteFileAsync(from, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is SshException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // A file that is left over has a name that says so; the next try writes it anew.
            }
        }

        _client.Dispose();
    }

    /// <summary>Servers say only "failure" when a disk is full; how much is free tells.</summary>
    private async Task<DeliveryOutcome?> WithoutSpaceAsync(string temporary, StoredFile file, CancellationToken cancellationToken)
    {
        var status = await _client!.GetStatusAsync(temporary[..(temporary.LastIndexOf('/') + 1)] is { Length: > 0 } folder ? folder : ".", cancellationToken).ConfigureAwait(false);
        // What was written of the file is taken away again.
        var written = await _client.ExistsAsync(temporary, cancellationToken).ConfigureAwait(false) ? (await _client.GetAttributesAsync(temporary, cancellationToken).ConfigureAwait(false)).Size : 0;
        var free = status.AvailableBlocks * status.BlockSize + (ulong)written;
        return free < (ulong)file.Content.Length
            ? new DeliveryOutcome.Deferred(ChannelCodes.DiskFull, $"There is no space left on {options.Host}: {MessageText.Size((long)free)} are free, {MessageText.Size(file.Content.Length)} are needed. Make some.")
            : null;
    }

    private async Task MakeFoldersAsync(string path, CancellationToken cancellationToken)
    {
        var folder = options.Folder;
        foreach (var name in path.Split('/')[..^1])
        {
            folder = StoredFile.Join(folder, name);
            if (!await _client!.ExistsAsync(folder, cancellationToken).ConfigureAwait(false))
                await MakeFolderAsync(folder, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task MakeFolderAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await _client!.CreateDirectoryAsync(folder, cancellationToken).ConfigureAwait(false);
        }
        catch (SftpException failure) when (failure is not SftpPermissionDeniedException)
        {
            // Another delivery may have made it in between.
            if (!await _client!.ExistsAsync(folder, cancellationToken).ConfigureAwait(false))
                throw;
        }
    }

    private async Task<bool> HasAsync(string path, StoredFile file, CancellationToken cancellationToken)
    {
        if ((await _client!.GetAsync(path, cancellationToken).ConfigureAwait(false)).Length != file.Content.Length)
            return false;
        using var there = new MemoryStream();
        await _client.DownloadFileAsync(path, there, cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(SHA256.HashData(there.ToArray())) == file.Sha256;
    }
}
