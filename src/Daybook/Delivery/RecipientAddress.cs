using System.Globalization;

namespace Daybook.Delivery;

/// <summary>A recipient without the name that may stand before: <c>ann@example.com</c> of <c>Ann &lt;ann@example.com&gt;</c>.</summary>
internal static class RecipientAddress
{
    private static readonly IdnMapping Idn = new();

    public static string Of(string recipient)
    {
        var text = recipient.Trim();
        var open = text.LastIndexOf('<');
        return open >= 0 && text.EndsWith('>') ? text[(open + 1)..^1].Trim() : text;
    }

    /// <summary>The same for spellings that mean one mailbox, as far as anybody but its host can tell: case, and domains in letters or as punycode.</summary>
    public static string Normal(string recipient)
    {
        var address = Of(recipient).ToLowerInvariant();
        var at = address.LastIndexOf('@');
        return at < 0 ? address : address[..(at + 1)] + Domain(address[(at + 1)..]);
    }

    /// <summary>A domain in letters and lower case, however it is written.</summary>
    public static string Domain(string domain)
    {
        try
        {
            return Idn.GetUnicode(Idn.GetAscii(domain)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return domain.ToLowerInvariant();
        }
    }
}
