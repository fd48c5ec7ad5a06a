using System.Runtime.CompilerServices;
using Daybook.Pdf;
using SkiaSharp;

namespace Daybook.Export.Png;

/// <summary>Fonts of files and of the product as the drawing library knows them, made once for each. No font of the system is ever asked.</summary>
internal static class PngTypefaces
{
    private static readonly ConditionalWeakTable<FontFace, SKTypeface> Made = new();

    public static SKTypeface Of(FontFace face) => Made.GetValue(face, static one =>
    {
        using var content = SKData.CreateCopy(one.Content.Span);
        return SKTypeface.FromData(content, one.Index) ?? throw new FontFileException(one.Name, "it cannot be drawn into pictures");
    });
}
