using Daybook.Outgoing;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Makes mail channels from settings.</summary>
internal static class EmailKind
{
    public static ChannelKind Kind { get; } = new(EmailChannel.Kind, Make);

    private static EmailChannel? Make(ChannelSettings settings)
    {
        var options = settings.Read(new EmailOptionsCheck());
        MailServerCheck.Check(options, settings.Service<OutgoingHttp>(), settings.Refuse);
        CheckAddress(settings, nameof(options.From), options.From);
        CheckAddress(settings, nameof(options.ReplyTo), options.ReplyTo);
        CheckAddress(settings, nameof(options.ReturnPath), options.ReturnPath);
        CheckSigning(settings, options);
        return settings.HasProblems ? null : new EmailChannel(
            settings.Name,
            options,
            OutgoingTls.Options(settings.Service<IOptions<OutgoingOptions>>().Value).CertificateChainPolicy,
            AccessTokens.Of(options, settings.Service<OutgoingHttp>(), settings.Service<TimeProvider>()),
            settings.Service<TimeProvider>());
    }

    private static void CheckSigning(ChannelSettings settings, EmailOptions options)
    {
        (string Name, string Value)[] all = [(nameof(options.DkimDomain), options.DkimDomain), (nameof(options.DkimSelector), options.DkimSelector), (nameof(options.DkimKeyFile), options.DkimKeyFile)];
        if (all.Any(one => one.Value.Length > 0))
        {
            foreach (var (name, _) in all.Where(one => one.Value.Length == 0))
                settings.Refuse(name, $"is needed to sign mails, beside {string.Join(" and ", all.Where(one => one.Name != name).Select(one => one.Name))}");
        }

        if (options.DkimKeyFile.Length > 0 && DkimSigning.Problem(options.DkimKeyFile) is { } problem)
            settings.Refuse(nameof(options.DkimKeyFile), problem);
    }

    private static void CheckAddress(ChannelSettings settings, string setting, string address)
    {
        if (address.Length > 0 && EmailAddress.Refuse(address) is { } refusal)
            settings.Refuse(setting, $"is wrong: {refusal}");
    }
}
