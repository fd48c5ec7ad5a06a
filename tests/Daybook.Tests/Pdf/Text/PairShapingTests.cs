using CsCheck;
using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Text;

/// <summary>The quick way to shape plain words gives glyph for glyph what HarfBuzz gives.</summary>
public sealed class PairShapingTests
{
    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.Char['!', '~'].Array[1, 12],
        Gen.Char['a', 'z'].Array[1, 12],
        Gen.Char["0123456789.,:/x-+%$()"].Array[1, 10],
        Gen.Char["!=<>-+*/&|:;#(){}[]_~^.filTAVoj"].Array[1, 8]).Select(characters => new string(characters));

    public static TheoryData<string, bool> Faces =>
        new(from name in Bundled.Keys from tabular in new[] { false, true } select (name, tabular));

    private static Dictionary<string, FontFace> Bundled { get; } = new()
    {
        ["regular"] = FontCatalog.Bundled.Sans.Regular,
        ["bold"] = FontCatalog.Bundled.Sans.Bold,
        ["italic"] = FontCatalog.Bundled.Sans.Italic,
        ["bold italic"] = FontCatalog.Bundled.Sans.BoldItalic,
        ["mono"] = FontCatalog.Bundled.Mono.Regular,
        ["mono bold"] = FontCatalog.Bundled.Mono.Bold,
    };

    [Theory]
    [MemberData(nameof(Faces))]
    public void A_word_shaped_by_pairs_is_what_HarfBuzz_makes_of_it(string name, bool tabularFigures)
    {
        var face = Bundled[name];
        var byPairs = 0;
        Words.Always(
            word =>
            {
                using var shaper = new RunShaper();
                if (face.PairShaping(tabularFigures)!.Shape(word, shaper) is not { } quick)
                    return;
                Interlocked.Increment(ref byPairs);
                Assert.Equal(shaper.Shape(face, word, 0, word.Length, tabularFigures, false).Glyphs, quick.Runs[0].Glyphs);
            },
            iter: 5000);
        Assert.True(byPairs > 4500);
    }

    [Fact]
    public void A_word_with_other_characters_is_left_to_HarfBuzz()
    {
        using var shaper = new RunShaper();
        Assert.Null(FontCatalog.Bundled.Sans.Regular.PairShaping(false)!.Shape("naïve", shaper));
    }

    [Fact]
    public void A_font_of_the_customer_is_left_to_HarfBuzz() =>
        Assert.Null(FontFace.Load(EmbeddedAsset.Read("Inter-Regular.ttf"), "Inter").PairShaping(false));
}
