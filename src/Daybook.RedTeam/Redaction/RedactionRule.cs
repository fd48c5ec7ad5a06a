using System.Text.RegularExpressions;

namespace Daybook.RedTeam;

/// <summary>One kind of secret or personal detail.</summary>
/// <param name="Expression">Matches in time that grows with the text alone. What its group <c>keep</c> matches stays.</param>
/// <param name="Label">What is written in its place, in square brackets.</param>
internal sealed record RedactionRule(Regex Expression, string Label)
{
    public static IReadOnlyList<RedactionRule> Standard { get; } =
    [
        Of(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|\z)", "private key removed"),
        Of(
            @"\b(sk-[A-Za-z0-9_\-]{16,}|(AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_\-]{16,}"
            + @"|xox[abeprs]-[A-Za-z0-9\-]{10,}|hf_[A-Za-z0-9]{20,}|nvapi-[A-Za-z0-9_\-]{20,}|AIza[A-Za-z0-9_\-]{30,}|npm_[A-Za-z0-9]{30,}"
            + @"|eyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]*)",
            "key removed"),
        Of(@"(?<keep>\b(bearer|basic)\s+)[A-Za-z0-9._~+/\-]{12,}=*", "token removed"),
        Of(@"(?<keep>\b[a-z][a-z0-9+.\-]*://[^\s:/@]*:)[^\s/@]+@", "password removed"),
        Of(
            @"(?<keep>\b(pass(word|phrase|wd)?|pwd|(client[_\- ]?)?secret([_\- ]?(access[_\- ]?)?key)?|api[_\- ]?key|(access|auth)[_\- ]?token)[""']?\s*(is\s+|[:=]\s*))(""[^""\n]+""|'[^'\n]+'|[^\s""',;\[][^\s""',;]{3,})",
            "password removed"),
        Of(@"\b[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+\b", "e-mail address removed"),
        Of(@"(?<keep>(/home/|/Users/|\b[A-Za-z]:\\+Users\\+))[^\s/\\""'<>|:]+", "user name removed"),
        Of(@"\b(?:\d[ \-]?){12,18}\d\b", "card number removed"),
        Of(@"\b\d{3}-\d{2}-\d{4}\b", "personal number removed"),
        Of(@"\+\d{1,3}[ \-.]?\(?\d{2,4}\)?([ \-.]?\d{2,4}){2,4}\b", "phone number removed"),
    ];

    private static RedactionRule Of(string expression, string label) =>
        new(new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), label);
}
