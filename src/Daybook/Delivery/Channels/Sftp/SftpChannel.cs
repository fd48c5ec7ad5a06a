using Daybook.Delivery.Channels.Stored;

namespace Daybook.Delivery.Channels.Sftp;

/// <summary>Uploads files beside their final names and then renames them, so that whoever watches the folder sees only whole ones.</summary>
internal sealed class SftpChannel(string name, SftpLogin login, NamePattern pattern, SftpOptions options) : IDeliveryChannel
{
    public const string Kind = "sftp";

    public string Name => name;

    public ChannelTraits Traits { get; } = new(Kind, options.MaximumBytes, DeliveryGuarantee.AtLeastOnce, ReachesPeople: false);

    public static IDeliveryChannel? Make(ChannelSettings settings)
    {
        var options = settings.Read(new SftpOptionsCheck());
        var pattern = NamePattern.Read(settings, nameof(options.NamePattern), options.NamePattern);
        return SftpLogin.Read(settings, options) is { } login && pattern is not null && !settings.HasProblems ? new SftpChannel(settings.Name, login, pattern, options) : null;
    }

    public string? Refuse(string recipient) => StoredFile.Refuse(recipient);

    public async Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var files = StoredFile.Of(message, pattern, message.Recipient);
        await using var upload = new SftpUpload(login, options, message.Key);
        if (await TryAsync(() => upload.WriteAsync(files, cancellationToken), mayBeStored: false, cancellationToken).ConfigureAwait(false) is { } outcome)
            return outcome;
        await commit(cancellationToken).ConfigureAwait(false);
        return await TryAsync(() => upload.RenameAsync(cancellationToken), mayBeStored: true, cancellationToken).ConfigureAwait(false)
            ?? new DeliveryOutcome.Accepted($"{options.Host}: {StoredFile.Sentence(files, upload.IsNew)}");
    }

    public async Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken) => (await TryAsync(
        async () =>
        {
            using var client = await login.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return await client.ExistsAsync(options.Folder, cancellationToken).ConfigureAwait(false)
                ? new DeliveryOutcome.Accepted($"Signed in to {options.Host} as {options.Username}; the folder {options.Folder} is there.")
                : new DeliveryOutcome.Refused(ChannelCodes.NotFound, $"There is no folder {options.Folder} on {options.Host}. Make it, or correct Folder.");
        },
        mayBeStored: false,
        cancellationToken).ConfigureAwait(false))!;

    private async Task<DeliveryOutcome?> TryAsync(Func<Task<DeliveryOutcome?>> step, bool mayBeStored, CancellationToken cancellationToken)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception failure) when (SftpFailure.Of(failure, options, mayBeStored, cancellationToken) is { } outcome)
        {
            return outcome;
        }
    }
}
