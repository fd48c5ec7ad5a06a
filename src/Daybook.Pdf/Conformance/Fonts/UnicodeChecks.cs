using System.Globalization;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Fonts;

namespace Daybook.Pdf.Conformance.Fonts;

/// <summary>What the codes that text uses mean.</summary>
internal static class UnicodeChecks
{
    /// <summary>Codes without meaning in fonts that give meaning to others.</summary>
    public static IEnumerable<Fault> Unmapped(Examination examined) =>
        from use in examined.Survey.Fonts
        where !HasNoMap(use) && !IsOfKnownCollection(use.Font)
        let codes = use.Codes.Where(code => use.Font.Unicode(code.Key) is null).OrderBy(code => code.Key.Value).ToList()
        where codes.Count > 0
        select new Fault(Text($"{codes.Count} of the characters used of '{use.Font.Name}' have no Unicode value, the first one code {codes[0].Key.Value:X}."),
            codes[0].Value.Page, use.Font.ObjectNumber);

    /// <summary>Fonts that give no meaning to any code.</summary>
    public static IEnumerable<Fault> NoMap(Examination examined) => examined.Survey.Fonts.Where(HasNoMap)
        .Select(use => new Fault($"The font '{use.Font.Name}' does not tell what its codes mean (no ToUnicode).", use.Page, use.Font.ObjectNumber));

    public static IEnumerable<Fault> Zero(Examination examined) => Mapped(examined, text => text.Contains('\0', StringComparison.Ordinal), "U+0000");

    public static IEnumerable<Fault> ByteOrderMarks(Examination examined) => Mapped(examined, text => text.AsSpan().IndexOfAny('\uFEFF', '\uFFFE') >= 0, "U+FEFF or U+FFFE");

    /// <summary>Characters of the private use area whose meaning nothing tells (PDF/A, level A).</summary>
    public static IEnumerable<Fault> PrivateUse(Examination examined) =>
        from use in examined.Survey.Fonts
        from code in use.Codes
        where code.Value.IsRead && use.Font.Unicode(code.Key) is { } text && text.EnumerateRunes().Any(rune => char.GetUnicodeCategory(rune.ToString(), 0) == UnicodeCategory.PrivateUse)
        group code by use into uses
        select new Fault($"Text in '{uses.Key.Font.Name}' has characters of the private use area and no replacement text.", uses.First().Value.Page, uses.Key.Font.ObjectNumber);

    private static IEnumerable<Fault> Mapped(Examination examined, Func<string, bool> isWrong, string value) => examined.Survey.Fonts
        .Where(use => use.Font.ToUnicode?.UnicodeValues.Any(pair => isWrong(pair.Value)) == true)
        .Select(use => new Fault($"The font '{use.Font.Name}' maps a code to {value}.", use.Page, use.Font.ObjectNumber));

    private static bool HasNoMap(FontUse use) => use.Font.ToUnicode is null
        && (!use.Font.HasUnicodeWithoutMap || (use.Font is SimpleFont && use.Codes.Keys.All(code => use.Font.Unicode(code) is null)));

    /// <summary>The character collections of Adobe have meaning that this reader does not hold.</summary>
    private static bool IsOfKnownCollection(FileFont font) => font is CompositeFont && font.HasUnicodeWithoutMap;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
