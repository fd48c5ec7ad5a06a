using System.Text.RegularExpressions;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Language tags such as <c>en-GB</c> (RFC 3066, as PDF 1.7 has it).</summary>
internal static partial class LanguageTag
{
    public static bool IsValid(string tag) => tag.Length == 0 || Pattern().IsMatch(tag);

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
