using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>Reads the font file that a descriptor embeds.</summary>
internal static class FontPrograms
{
    /// <returns>Null where none is embedded.</returns>
    /// <exception cref="FontProgramException">The font file is damaged or of an unknown kind.</exception>
    public static FontProgram? Read(PdfFile file, PdfDictionary? descriptor)
    {
        if (descriptor?.Stream("FontFile2") is { } trueType)
            return new TrueTypeProgram(file.Decode(trueType).Data);
        if (descriptor?.Stream("FontFile3") is { } compact)
            return ReadCompact(file.Decode(compact).Data);
        return descriptor?.Stream("FontFile") is { } type1 ? new Type1Program(file.Decode(type1).Data) : null;
    }

    private static FontProgram ReadCompact(byte[] data)
    {
        // CFF begins with its version, which is 1.0, and a header of at least 4 bytes; OpenType with a tag.
        var isOpenType = data.AsSpan().StartsWith("OTTO"u8) || data.AsSpan().StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]);
        if (!isOpenType)
            return new CffProgram(data);
        var font = new TrueTypeProgram(data);
        return font.Cff is { } outlines ? new CffProgram(outlines) : font;
    }
}
