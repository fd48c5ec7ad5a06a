using System.Text.RegularExpressions;

namespace Daybook.RedTeam;

/// <summary>Takes secrets and personal data out of evidence before it is shown, and counts what it took.</summary>
internal sealed partial class Redactor
{
    /// <summary>Longest text looked at: what is shown is far shorter.</summary>
    private const int Window = 20_000;

    public long Redactions { get; private set; }

    /// <param name="length">Longest result in characters, the ellipsis included.</param>
    public string Redact(string text, int length)
    {
        var window = text.Length > Window ? text[..Window] : text;
        var redacted = window;
        foreach (var (expression, label) in Rules)
        {
            redacted = expression.Replace(redacted, match =>
            {
                Redactions++;
                return (match.Groups["keep"].Success ? match.Groups["keep"].Value : "") + "[" + label + "]";
            });
        }

        return Cut(redacted, length, text.Length > Window);
    }

    private static readonly (Regex Expression, string Label)[] Rules =
    [
        (PrivateKey(), "private key removed"),
        (Token(), "key removed"),
        (Bearer(), "token removed"),
        (Password(), "password removed"),
        (Mail(), "e-mail address removed"),
        (HomeFolder(), "user name removed"),
        (CardNumber(), "card number removed"),
        (SocialSecurityNumber(), "personal number removed"),
        (Phone(), "phone number removed"),
    ];

    private static string Cut(string text, int length, bool continues)
    {
        if (text.Length <= length && !continues)
            return text;

        var end = Math.Min(text.Length, length - 1);
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + "…";
    }

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|\z)")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(sk-[A-Za-z0-9_\-]{16,}|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9\-]{10,}|hf_[A-Za-z0-9]{20,}|nvapi-[A-Za-z0-9_\-]{20,}|AIza[A-Za-z0-9_\-]{30,}|eyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]*)")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<keep>\b[Bb]earer\s+)[A-Za-z0-9._~+/\-]{12,}=*")]
    private static partial Regex Bearer();

    [GeneratedRegex(@"(?<keep>\b(pass(word|phrase|wd)?|pwd|secret|api[_\- ]?key|access[_\- ]?token)\b\s*(is\s+|[:=]\s*))[""']?[^\s""',;]{4,}[""']?", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"\b[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63}){1,5}\b")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<keep>(/home/|/Users/|[A-Za-z]:\\Users\\))[^\s/\\""'<>|]+")]
    private static partial Regex HomeFolder();

    [GeneratedRegex(@"\b(?:\d[ \-]?){12,18}\d\b")]
    private static partial Regex CardNumber();

    [GeneratedRegex(@"\b\d{3}-\d{2}-\d{4}\b")]
    private static partial Regex SocialSecurityNumber();

    [GeneratedRegex(@"\+\d{1,3}[ \-.]?\(?\d{2,4}\)?([ \-.]?\d{2,4}){2,4}\b")]
    private static partial Regex Phone();
}
