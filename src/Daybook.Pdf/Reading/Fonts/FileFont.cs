using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A font dictionary with its embedded font file, as text uses it.</summary>
internal abstract class FileFont
{
    private protected FileFont(PdfFile file, PdfDictionary dictionary, PdfDictionary? descriptor)
    {
        Dictionary = dictionary;
        Descriptor = descriptor;
        if (dictionary.Stream("ToUnicode") is { } toUnicode)
            ToUnicode = CMap.Read(file.Decode(toUnicode).Data);
        try
        {
            Program = FontPrograms.Read(file, descriptor);
        }
        catch (FontProgramException damage)
        {
            ProgramDamage = damage.Message;
        }
    }

    public PdfDictionary Dictionary { get; }

    public PdfDictionary? Descriptor { get; }

    public int ObjectNumber => Dictionary.ObjectNumber;

    public string Subtype => Dictionary.Name("Subtype") ?? "";

    /// <summary>The name of the font without the letters before a subset's name.</summary>
    public string Name => Dictionary.Name("BaseFont") is not { } name ? $"(a {Subtype} font without a name)" : name.Length > 7 && name[6] == '+' ? name[7..] : name;

    public bool IsEmbedded => Descriptor is not null && (Descriptor.Has("FontFile") || Descriptor.Has("FontFile2") || Descriptor.Has("FontFile3"));

    /// <summary>Null where no font file is embedded or it cannot be read.</summary>
    public FontProgram? Program { get; }

    /// <summary>What is wrong with the embedded font file; null where nothing is.</summary>
    public string? ProgramDamage { get; }

    /// <summary>Null where the font has no such entry.</summary>
    public CMap? ToUnicode { get; }

    /// <summary>Bit 3 of the flags of the descriptor.</summary>
    public bool IsSymbolic => ((Descriptor?.Integer("Flags") ?? 0) & 4) != 0;

    /// <summary>Whether the meaning of codes is given by other means than <see cref="ToUnicode"/> (ISO 14289-1, 7.21.7).</summary>
    public abstract bool HasUnicodeWithoutMap { get; }

    public abstract IEnumerable<CharacterCode> Split(byte[] text);

    /// <summary>What the code stands for; null where the font does not tell.</summary>
    public abstract string? Unicode(CharacterCode code);

    /// <summary>The width the font dictionary gives, in thousandths of the em; null where it gives none.</summary>
    public abstract double? Width(CharacterCode code);

    public abstract GlyphLookup Glyph(CharacterCode code);

    public static FileFont Read(PdfFile file, PdfDictionary dictionary) =>
        dictionary.Name("Subtype") == "Type0" ? CompositeFont.Create(file, dictionary) : new SimpleFont(file, dictionary);
}
