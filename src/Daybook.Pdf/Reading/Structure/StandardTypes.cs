using System.Collections.Frozen;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4).</summary>
internal static class StandardTypes
{
    private static readonly FrozenSet<string> All = (
        "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot " +
        "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string type) => All.Contains(type);

    /// <summary>The level of a numbered heading, H7 and deeper included; null for other types.</summary>
    public static int? HeadingLevel(string type) =>
        type.Length is > 1 and < 6 && type[0] == 'H' && type.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && type[1] != '0'
            ? int.Parse(type.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
