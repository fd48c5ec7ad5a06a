using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Text;

public sealed class TextShaperTests : IDisposable
{
    private static readonly FontCatalog Fonts = FontCatalog.Bundled.WithoutSystemFonts();
    private static readonly TextStyle Body = new(Fonts.Sans, 10);

    private readonly TextShaper shaper = new(Fonts);

    public void Dispose() => shaper.Dispose();

    [Fact]
    public void A_block_has_the_text_of_its_spans()
    {
        var block = Lay(80, "The quick brown fox ", "jumps over the lazy dog.");
        Assert.True(block.Lines.Length > 2);
        Assert.Equal("The quick brown fox jumps over the lazy dog.", string.Concat(block.Lines.SelectMany(line => line.Pieces).Select(piece => piece.Text)));
        Assert.All(block.Lines, line => Assert.True(line.Width <= 80));
    }

    [Fact]
    public void A_line_as_wide_as_its_text_takes_it() =>
        Assert.Single(Lay(shaper.Measure("well-known words", Body), "well-known words").Lines);

    [Fact]
    public void A_word_wider_than_the_line_is_broken_and_nothing_is_lost()
    {
        var word = new string('m', 50);
        var block = Lay(60, word);
        Assert.All(block.Lines, line => Assert.True(line.Width <= 60));
        Assert.Equal(word, string.Concat(block.Lines.SelectMany(line => line.Pieces).Select(piece => piece.Text)));
    }

    [Theory]
    [InlineData(90, "probes.latentinjection.LatentInjectionResume", "probes.|latentinjection.|LatentInjectionRes|ume")]
    [InlineData(90, "latent_injection_translation_en_fr_full", "latent_injection_|translation_en_fr_|full")]
    [InlineData(90, "garak/detectors/unsafe_content//ToxicCommentModel", "garak/detectors/|unsafe_content//|ToxicCommentMo|del")]
    [InlineData(90, "a.incomprehensibilities", "a.incomprehensibil|ities")]
    public void A_name_wider_than_the_line_is_divided_after_its_joints(double width, string name, string lines) =>
        Assert.Equal(lines, string.Join('|', Lay(width, name).Lines.Select(line => line.Pieces[0].Text)));

    [Fact]
    public void No_line_breaks_inside_a_user_perceived_character()
    {
        var block = Lay(1, "e\u0301e\u0301e\u0301");
        Assert.Equal(["e\u0301", "e\u0301", "e\u0301"], block.Lines.Select(line => line.Pieces[0].Text));
    }

    [Fact]
    public void Line_feeds_end_lines_and_empty_ones_have_a_height()
    {
        var block = Lay(200, "a\n\nb");
        Assert.Equal([0, 13.5, 27], block.Lines.Select(line => line.Top));
        Assert.Empty(block.Lines[1].Pieces);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\u2028")]
    public void A_text_without_a_character_is_one_empty_line(string text) => Assert.Empty(Assert.Single(Lay(200, text).Lines).Pieces);

    [Fact]
    public void Kerning_moves_letters_together() =>
        Assert.True(shaper.Measure("AV", Body) < shaper.Measure("A", Body) + shaper.Measure("V", Body));

    [Fact]
    public void Tabular_figures_are_of_one_width()
    {
        var tabular = Body with { TabularFigures = true };
        Assert.Equal(shaper.Measure("1111", tabular), shaper.Measure("8888", tabular));
        Assert.NotEqual(shaper.Measure("1111", Body), shaper.Measure("8888", Body));
    }

    [Fact]
    public void The_signs_of_the_guide_have_glyphs()
    {
        shaper.Measure("📈 📉 ➡️ ✓ ✔️ ⚠️ 🔴 🟡 🟢 → ← ↑ ↓ • – — … “ ” ≥ ≤ ≠ × ±", Body);
        Assert.Empty(shaper.Missing);
    }

    [Fact]
    public void A_character_that_no_font_has_is_noted_once()
    {
        shaper.Measure("a \u4E2D\u6587 \u4E2D", Body);
        Assert.Equal(["U+4E2D", "U+6587"], shaper.Missing.Select(missing => missing.CodePoint));
    }

    [Fact]
    public void Control_characters_are_boxes_and_tabulators_are_not()
    {
        Assert.True(shaper.Measure("\u0001", Body) > 0);
        Assert.Equal(["U+0001"], shaper.Missing.Select(missing => missing.CodePoint));
        Assert.Equal(shaper.Measure("    ", Body), shaper.Measure("\t", Body), 9);
        Assert.Single(shaper.Missing);
    }

    [Fact]
    public void Right_to_left_text_starts_at_the_right()
    {
        var block = Lay(100, "\u05E9\u05DC\u05D5\u05DD a");
        var line = Assert.Single(block.Lines);
        Assert.Equal(100, line.Left + line.Width, 9);
        Assert.Equal("a", line.Pieces.MinBy(piece => piece.Left)!.Text.Trim());
    }

    [Fact]
    public void A_soft_hyphen_shows_where_the_line_breaks_and_only_there()
    {
        var broken = Lay(40, "extra\u00ADordinary");
        Assert.Equal(2, broken.Lines.Length);
        Assert.True(broken.Lines[0].Width > shaper.Measure("extra", Body));
        Assert.Equal(shaper.Measure("extraordinary", Body), Lay(400, "extra\u00ADordinary").Width, 1);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_a_replacement() =>
        Assert.Equal("a\uFFFDb", Lay(100, "a\uD83Db").Lines[0].Pieces[0].Text);

    [Fact]
    public void A_word_as_long_as_a_book_is_broken_without_loss()
    {
        var word = string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)('A' + i * 7 % 26)));
        var block = Lay(480, word);
        Assert.True(block.Lines.Length > 100);
        Assert.Equal(word, string.Concat(block.Lines.Select(line => line.Pieces[0].Text)));
    }

    [Fact]
    public void A_letter_under_a_thousand_marks_is_shaped()
    {
        var text = "e" + new string('\u0301', 20_000);
        Assert.Equal(text, string.Concat(Lay(480, text).Lines.SelectMany(line => line.Pieces).Select(piece => piece.Text)));
    }

    [Fact]
    public void The_words_of_the_next_lines_stand_on_them()
    {
        var block = Lay(60, "one " + new string('m', 12) + " two three four five six");
        Assert.Equal("one mmmmmmmmmmmm two three four five six", string.Concat(block.Lines.SelectMany(line => line.Pieces).Select(piece => piece.Text)));
        Assert.All(block.Lines, line => Assert.True(line.Width <= 60));
        Assert.Equal(block.Width, block.Lines.Max(line => line.Width));
    }

    private TextBlock Lay(double width, params string[] texts) =>
        shaper.Lay([.. texts.Select(text => new TextSpan(text, Body, PdfColor.Black))], width, TextLayoutOptions.Default);
}
