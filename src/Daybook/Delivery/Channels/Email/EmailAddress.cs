using System.Globalization;
using Daybook.Outgoing;
using MimeKit;

namespace Daybook.Delivery.Channels.Email;

/// <summary>Addresses of mails, with or without a name: <c>Ann &lt;ann@example.com&gt;</c>.</summary>
internal static class EmailAddress
{
    private const int Longest = 254;
    private const int LongestLocalPart = 64;

    private static readonly ParserOptions Strict = new() { AddressParserComplianceMode = RfcComplianceMode.Strict, AllowAddressesWithoutDomain = false, AllowUnquotedCommasInAddresses = false };

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <returns>What is wrong, as a sentence with the remedy; null for an address that mails can be sent to.</returns>
    public static string? Refuse(string text)
    {
        var shown = ForeignText.Quote(text);
        if (text.Length == 0)
            return "an address is missing; write it as ann@example.com";
        if (text.Any(char.IsControl))
            return $"{shown} holds a line break or another control character; remove it";
        if (!MailboxAddress.TryParse(Strict, text, out var mailbox) || mailbox.Route.Count > 0)
            return $"{shown} is no mail address; write it as ann@example.com";
        var at = mailbox.Address.LastIndexOf('@');
        if (at > LongestLocalPart || mailbox.Address.Length > Longest)
            return $"{shown} is too long: at most {LongestLocalPart} characters may stand before the @, and {Longest} in all";
        return DomainRefusal(mailbox.Address[(at + 1)..]) is { } refusal ? $"{shown} {refusal}" : null;
    }

    /// <exception cref="ParseException"><see cref="Refuse"/> refuses it.</exception>
    public static MailboxAddress Parse(string text) => MailboxAddress.Parse(Strict, text);

    /// <summary>Whether the part before the @ needs a server that takes UTF-8 in addresses.</summary>
    public static bool NeedsUtf8(MailboxAddress mailbox) => mailbox.LocalPart.Any(c => !char.IsAscii(c));

    private static string? DomainRefusal(string domain)
    {
        if (domain.StartsWith('['))
            return "names a host by its number; write the domain's name";
        try
        {
            Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return $"has the domain {ForeignText.Quote(domain)}, which is no domain name";
        }

        return domain.Contains('.') || domain.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? null : $"has the domain {ForeignText.Quote(domain)}; write it in full, such as example.com";
    }
}
