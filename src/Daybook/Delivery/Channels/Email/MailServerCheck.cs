using System.Net;
using Daybook.Hosting;
using Daybook.Outgoing;

namespace Daybook.Delivery.Channels.Email;

/// <summary>What can be said of the settings of a mail server without asking it.</summary>
internal static class MailServerCheck
{
    /// <param name="refuse">Takes a setting's name and the rest of a sentence.</param>
    public static void Check(MailServerOptions options, OutgoingHttp http, Action<string, string> refuse)
    {
        Secret(nameof(options.Password), options.Password, refuse);
        Secret(nameof(options.AccessToken), options.AccessToken, refuse);
        Secret(nameof(options.ClientSecret), options.ClientSecret, refuse);
        if (options.Security == "none" && options.Host.Length > 0 && !IsThisMachine(options.Host))
            refuse(nameof(options.Security), "is none, which only a mail server on this machine may have; set starttls or tls");
        if (options.UserName.Length > 0 && options.Password.Length == 0 && options.AccessToken.Length == 0 && options.TokenAddress.Length == 0)
            refuse(nameof(options.Password), "is needed for the user name, or an AccessToken or a TokenAddress in its place");
        if (options.UserName.Length == 0 && (options.Password.Length > 0 || options.AccessToken.Length > 0 || options.TokenAddress.Length > 0))
            refuse(nameof(options.UserName), "is needed to sign in");
        if (options.TokenAddress.Length > 0)
            Tokens(options, http, refuse);
    }

    private static void Tokens(MailServerOptions options, OutgoingHttp http, Action<string, string> refuse)
    {
        if (!Uri.TryCreate(options.TokenAddress, UriKind.Absolute, out var address))
            refuse(nameof(options.TokenAddress), "is no address such as https://login.example.com/oauth2/token");
        else if (http.Refusal(address) is { } refusal)
            refuse(nameof(options.TokenAddress), refusal);
        if (options.ClientId.Length == 0 || options.ClientSecret.Length == 0)
            refuse(nameof(options.TokenAddress), "needs ClientId and ClientSecret beside it");
        if (options.Password.Length > 0 || options.AccessToken.Length > 0)
            refuse(nameof(options.TokenAddress), "stands in place of Password and AccessToken; set only one of them");
    }

    private static void Secret(string setting, string value, Action<string, string> refuse)
    {
        try
        {
            SecretReference.Read(value);
        }
        catch (FormatException wrong)
        {
            refuse(setting, wrong.Message);
        }
    }

    private static bool IsThisMachine(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
