using System.Buffers;
using HarfBuzzSharp;

namespace Daybook.Pdf;

/// <summary>A font as HarfBuzz sees it, its scale being the font's own units. HarfBuzz lets go of it when nobody uses it any more.</summary>
internal sealed unsafe class ShapingFont : IDisposable
{
    private readonly MemoryHandle file;
    private readonly Blob blob;
    private readonly Face face;

    public ShapingFont(SfntFile font, int unitsPerEm)
    {
        file = font.File.Pin();
        blob = new((IntPtr)file.Pointer, font.File.Length, MemoryMode.ReadOnly);
        face = new(blob, font.Index) { UnitsPerEm = unitsPerEm };
        face.MakeImmutable();
        Font = new(face);
        Font.SetScale(unitsPerEm, unitsPerEm);
    }

    ~ShapingFont() => Dispose();

    public Font Font { get; }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Font.Dispose();
        face.Dispose();
        blob.Dispose();
        file.Dispose();
    }
}
