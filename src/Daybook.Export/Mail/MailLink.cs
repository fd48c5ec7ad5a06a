using Daybook.Documents;

namespace Daybook.Export.Mail;

internal static class MailLink
{
    private const int LongestTarget = 2_000;

    /// <summary>The host or mailbox a link leads to; null where it leads nowhere outside the report, which the mail does not hold.</summary>
    public static string? Host(Link link)
    {
        if (link.Target.Length > LongestTarget || link.Target.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !Uri.TryCreate(link.Target, UriKind.Absolute, out var address))
            return null;
        return address.Scheme switch
        {
            "http" or "https" => address.IdnHost,
            "mailto" => $"{address.UserInfo}@{address.Host}",
            _ => null,
        };
    }
}
