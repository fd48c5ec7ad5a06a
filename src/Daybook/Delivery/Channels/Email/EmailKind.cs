using Daybook.Outgoing;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Makes mail channels from settings.</summary>
internal static class EmailKind
{
    public static ChannelKind Kind { get; } = new(EmailChannel.Kind, Make);

    private static EmailChannel? Make(ChannelSettings settings)
    {
        if (settings.Read<EmailOptions>(new EmailOptionsCheck()) is not { } options)
            return null;
        MailServerCheck.Check(options, settings.Service<OutgoingHttp>(), settings.Refuse);
        CheckAddress(settings, nameof(options.From), options.From);
        CheckAddress(settings, nameof(options.ReplyTo), options.ReplyTo);
        CheckAddress(settings, nameof(options.ReturnPath), options.ReturnPath);
        if (options.DkimDomain.Length > 0 && (options.DkimSelector.Length == 0 || options.DkimKeyFile.Length == 0))
            settings.Refuse(nameof(options.DkimDomain), "needs DkimSelector and DkimKeyFile beside it");
        return settings.HasProblems ? null : Create(settings, options);
    }

    private static EmailChannel? Create(ChannelSettings settings, EmailOptions options)
    {
        try
        {
            return new EmailChannel(
                settings.Name,
                options,
                OutgoingTls.Options(settings.Service<IOptions<OutgoingOptions>>().Value).CertificateChainPolicy,
                AccessTokens.Of(options, settings.Service<OutgoingHttp>(), settings.Service<TimeProvider>()),
                settings.Service<TimeProvider>());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            settings.Refuse(nameof(options.DkimKeyFile), "cannot be read as a private key in PEM");
            return null;
        }
    }

    private static void CheckAddress(ChannelSettings settings, string setting, string address)
    {
        if (address.Length > 0 && EmailAddress.Refuse(address) is { } refusal)
            settings.Refuse(setting, $"is wrong: {refusal}");
    }
}
