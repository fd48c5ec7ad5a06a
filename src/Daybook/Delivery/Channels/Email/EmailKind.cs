using System.Net;
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
        settings.Secret(nameof(options.Password), options.Password);
        settings.Secret(nameof(options.AccessToken), options.AccessToken);
        CheckAddress(settings, nameof(options.From), options.From);
        CheckAddress(settings, nameof(options.ReplyTo), options.ReplyTo);
        CheckAddress(settings, nameof(options.ReturnPath), options.ReturnPath);
        if (options.Security == "none" && !IsThisMachine(options.Host))
            settings.Refuse(nameof(options.Security), "is none, which only a mail server on this machine may have; set starttls or tls");
        if (options.UserName.Length > 0 && options.Password.Length == 0 && options.AccessToken.Length == 0)
            settings.Refuse(nameof(options.Password), "is needed for the user name, or an AccessToken in its place");
        if (options.UserName.Length == 0 && (options.Password.Length > 0 || options.AccessToken.Length > 0))
            settings.Refuse(nameof(options.UserName), "is needed to sign in");
        if (options.DkimDomain.Length > 0 && (options.DkimSelector.Length == 0 || options.DkimKeyFile.Length == 0))
            settings.Refuse(nameof(options.DkimDomain), "needs DkimSelector and DkimKeyFile beside it");
        return settings.HasProblems ? null : Create(settings, options);
    }

    private static EmailChannel? Create(ChannelSettings settings, EmailOptions options)
    {
        try
        {
            return new EmailChannel(settings.Name, options, OutgoingTls.Options(settings.Service<IOptions<OutgoingOptions>>().Value).CertificateChainPolicy, settings.Service<TimeProvider>());
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

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
