using System.Text;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Daybook.Pdf;

/// <summary>Shapes a run of one font and one script with HarfBuzz. For one thread.</summary>
internal sealed class RunShaper : IDisposable
{
    // A report shows what was said, sign for sign: no arrow for "->", no multiplication sign for the x of a number. Scripts that cannot
    // be written without contextual forms keep them.
    private static readonly Feature[] Plain = [Feature.Parse("calt=0")];
    private static readonly Feature[] PlainTabular = [Feature.Parse("calt=0"), Feature.Parse("tnum")];
    private static readonly Feature[] Fixed = [Feature.Parse("calt=0"), Feature.Parse("liga=0")];
    private static readonly Feature[] Complex = [];
    private static readonly Feature[] ComplexTabular = [Feature.Parse("tnum")];
    private static readonly HashSet<byte> SimpleScripts =
        [UnicodeData.ScriptCommon, UnicodeData.ScriptInherited, UnicodeData.Script('a'), UnicodeData.Script('\u03B1'), UnicodeData.Script('\u0436')];

    private const int ZeroWidthSpace = 0x200B;

    private static readonly Language Language = new("en");

    private readonly Buffer buffer = new();

    public void Dispose() => buffer.Dispose();

    /// <summary>Shapes part of <paramref name="text"/>; what stands before and after it in the text decides joining forms.</summary>
    public ShapedRun Shape(FontFace face, string text, int start, int length, bool tabularFigures, bool rightToLeft)
    {
        buffer.ClearContents();
        buffer.ClusterLevel = ClusterLevel.MonotoneCharacters;
        buffer.Flags = BufferFlags.RemoveDefaultIgnorables;
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Language = Language;
        buffer.AddUtf16(text.AsSpan(), start, length);
        buffer.GuessSegmentProperties();
        var font = face.Shaping;
        font.Font.Shape(buffer, FeaturesFor(face, text.AsSpan(start, length), tabularFigures));
        GC.KeepAlive(font);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ShapedGlyph[infos.Length];
        string?[]? texts = null;
        var ambiguous = false;
        for (var i = 0; i < glyphs.Length;)
        {
            // The glyphs of one cluster, and the text up to the next cluster in reading order.
            var cluster = (int)infos[i].Cluster;
            var end = i + 1;
            while (end < glyphs.Length && infos[end].Cluster == cluster)
                end++;
            var next = rightToLeft
                ? i == 0 ? start + length : (int)infos[i - 1].Cluster
                : end == glyphs.Length ? start + length : (int)infos[end].Cluster;
            var stands = text.AsSpan(cluster, next - cluster);
            var single = Rune.DecodeFromUtf16(stands, out var rune, out var used) == System.Buffers.OperationStatus.Done && used == stands.Length;
            ambiguous |= end > i + 1 || single && UnicodeData.IsPrivateUse(rune.Value);
            for (var k = i; k < end; k++)
            {
                var unicode = k > i ? ZeroWidthSpace : single ? rune.Value : -1;
                if (unicode < 0)
                    (texts ??= new string?[glyphs.Length])[k] = stands.ToString();
                var position = positions[k];
                glyphs[k] = new((ushort)infos[k].Codepoint, position.XAdvance, position.XOffset, position.YOffset, unicode);
            }

            i = end;
        }

        return new(face, glyphs, text.Substring(start, length), texts, ambiguous);
    }

    private static Feature[] FeaturesFor(FontFace face, ReadOnlySpan<char> text, bool tabularFigures)
    {
        var simple = true;
        foreach (var rune in text.EnumerateRunes())
            simple &= SimpleScripts.Contains(UnicodeData.Script(rune.Value));
        return simple
            ? face.IsFixedPitch ? Fixed : tabularFigures ? PlainTabular : Plain
            : tabularFigures ? ComplexTabular : Complex;
    }
}
