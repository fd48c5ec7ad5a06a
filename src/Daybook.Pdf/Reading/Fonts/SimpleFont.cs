using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A font whose codes are single bytes: Type 1, TrueType or Type 3 (ISO 32000-1, 9.6).</summary>
internal sealed class SimpleFont : FileFont
{
    private readonly string?[] names;
    private readonly double?[] widths = new double?[256];
    private readonly PdfDictionary? procedures;

    public SimpleFont(PdfFile file, PdfDictionary dictionary)
        : base(file, dictionary, dictionary.Dictionary("FontDescriptor"))
    {
        Encoding = dictionary["Encoding"];
        names = SimpleEncoding.Read(Encoding, BuiltIn());
        procedures = Subtype == "Type3" ? dictionary.Dictionary("CharProcs") ?? PdfDictionary.Empty : null;
        var first = dictionary.Integer("FirstChar") ?? 0;
        var list = dictionary.Array("Widths");
        for (var i = 0; list is not null && i < list.Count; i++)
        {
            if (first + i is >= 0 and < 256 && PdfDictionary.AsNumber(list[i]) is { } width)
                widths[first + i] = width;
        }
    }

    public PdfObject? Encoding { get; }

    public bool IsNonsymbolicTrueType => Subtype == "TrueType" && !IsSymbolic;

    /// <summary>The glyph name of a code; null where it has none.</summary>
    public string? GlyphName(int code) => names[code];

    public override bool HasUnicodeWithoutMap =>
        IsNonsymbolicTrueType || Encoding is PdfName { Value: "WinAnsiEncoding" or "MacRomanEncoding" or "MacExpertEncoding" } || Subtype != "TrueType";

    public override IEnumerable<CharacterCode> Split(byte[] text) => text.Select(code => new CharacterCode(code, 1));

    public override string? Unicode(CharacterCode code)
    {
        if (ToUnicode?.Unicode(code.Value) is { Length: > 0 } mapped)
            return mapped;
        return names[code.Value & 255] is { } name && name != ".notdef" ? GlyphNames.Unicode(name) : null;
    }

    public override double? Width(CharacterCode code) => widths[code.Value & 255] ?? Descriptor?.Number("MissingWidth");

    public override GlyphLookup Glyph(CharacterCode code)
    {
        if (procedures is not null)
            return names[code.Value & 255] is { } procedure && procedures.Has(procedure) ? new GlyphLookup(GlyphState.Present, null) : GlyphLookup.Missing;
        return Program switch
        {
            null => GlyphLookup.Unknown,
            TrueTypeProgram font => GlyphLookup.Of(font, TrueTypeLookup.Glyph(font, this, (int)code.Value & 255)),
            _ => OfName(Program, names[code.Value & 255]),
        };
    }

    private static GlyphLookup OfName(FontProgram program, string? name)
    {
        if (!program.HasGlyphNames)
            return GlyphLookup.Unknown;
        return name is null or ".notdef" ? GlyphLookup.Of(program, 0) : GlyphLookup.Of(program, program.GlyphOfName(name));
    }

    private string?[] BuiltIn() => Program switch
    {
        CffProgram font => font.BuiltInEncoding,
        Type1Program font => font.BuiltInEncoding,
        TrueTypeProgram when IsSymbolic => new string?[256],
        _ => SimpleEncoding.Standard,
    };
}
