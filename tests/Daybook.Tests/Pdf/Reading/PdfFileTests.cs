using System.Text;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Contents;
using Daybook.Pdf.Reading.Files;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;
using Daybook.Tests.Pdf.Conformance;

namespace Daybook.Tests.Pdf.Reading;

public sealed class PdfFileTests
{
    [Theory]
    [InlineData("(a\\(b\\)c\\n\\101\\\n)", "a(b)c\nA")]
    [InlineData("(nested (parentheses) stay)", "nested (parentheses) stay")]
    [InlineData("<FEFF00E92192>", "é→")]
    [InlineData("<EFBBBFC3A9>", "é")]
    [InlineData("(\\200\\240)", "•€")]
    public void Strings_are_read_as_text(string written, string expected) =>
        Assert.Equal(expected, Assert.IsType<PdfString>(Parse(written)).Text);

    [Theory]
    [InlineData("12", 12)]
    [InlineData("-.5", -0.5)]
    [InlineData("+3.", 3)]
    [InlineData("--7", -7)]
    public void Numbers_are_read_as_other_readers_have_them(string written, double expected) => Assert.Equal(expected, PdfDictionary.AsNumber(Parse(written)));

    [Fact]
    public void Names_are_unescaped() => Assert.Equal("A B#", Assert.IsType<PdfName>(Parse("/A#20B#23")).Value);

    [Fact]
    public void The_newest_update_counts()
    {
        var original = GoodPdf.Create().Build();
        var text = Encoding.Latin1.GetString(original);
        var previous = text.LastIndexOf("xref\n0 ", StringComparison.Ordinal);
        var info = GoodPdf.Create().Number("info");
        var update = $"{info} 0 obj\n<< /Title (Changed) >>\nendobj\n";
        var bytes = Encoding.Latin1.GetBytes($"{text}{update}xref\n{info} 1\n{text.Length:D10} 00000 n \ntrailer\n<< /Size 99 /Root 1 0 R /Info {info} 0 R /Prev {previous} >>\n" +
            $"startxref\n{text.Length + update.Length}\n%%EOF\n");
        var file = PdfFile.Open(bytes);
        Assert.Equal("Changed", file.Trailer.Dictionary("Info")!.Text("Title"));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Objects_that_old_readers_do_not_see_are_found_in_a_hybrid_file()
    {
        var file = GoodPdf.Create();
        file.Add("hidden", "<< >>");
        var text = Encoding.Latin1.GetString(file.Build());
        var number = file.Number("hidden") + 1;
        var at = text.LastIndexOf("xref\n0 ", StringComparison.Ordinal);
        var extra = $"{number} 0 obj\n(seen)\nendobj\n";
        var stream = $"{number + 1} 0 obj\n<< /Type /XRef /Size {number + 2} /W [1 3 1] /Index [{number} 1] /Filter /ASCIIHexDecode /Length 11 >>\nstream\n01{at:X6}00>\nendstream\nendobj\n";
        var table = text[at..].Replace("trailer\n<<", $"{number} 1\n0000000000 65535 f \ntrailer\n<< /XRefStm {at + extra.Length}", StringComparison.Ordinal);
        table = table.Replace($"startxref\n{at}\n", $"startxref\n{at + extra.Length + stream.Length}\n", StringComparison.Ordinal);
        var read = PdfFile.Open(Encoding.Latin1.GetBytes(text[..at] + extra + stream + table));
        Assert.Empty(read.Problems);
        Assert.Equal("seen", Assert.IsType<PdfString>(read.Load(number)).Text);
    }

    [Fact]
    public void Objects_are_searched_for_where_the_table_is_wrong()
    {
        var text = Encoding.Latin1.GetString(GoodPdf.Create().Build()).Replace("/Type /Catalog", "/Type     /Catalog", StringComparison.Ordinal);
        var file = PdfFile.Open(Encoding.Latin1.GetBytes(text));
        Assert.Equal(1, file.PageCount);
        Assert.StartsWith("The cross-reference table is damaged", Assert.Single(file.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_page_is_read()
    {
        var file = PdfFile.Open(GoodPdf.Create().Build());
        Assert.Equal(GoodPdf.Texts, PageText.Read(file, file.Pages[0], new FontCache(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Inline_images_do_not_swallow_what_follows()
    {
        var operations = new ContentReader(Encoding.Latin1.GetBytes("q BI /W 2 /H 1 ID \u0001EI\u00FF EI \u0080\nEI Q (x) Tj")).Operations().Select(operation => operation.Operator).ToList();
        Assert.Equal(["q", "BI", "Q", "Tj"], operations);
    }

    [Theory]
    [InlineData("WinAnsi", 0x80, "Euro")]
    [InlineData("WinAnsi", 0xFC, "udieresis")]
    [InlineData("MacRoman", 0x8A, "adieresis")]
    [InlineData("MacRoman", 0xFF, "caron")]
    [InlineData("Standard", 0xFB, "germandbls")]
    [InlineData("Standard", 0x27, "quoteright")]
    public void Encodings_name_their_characters(string encoding, int code, string name) =>
        Assert.Equal(name, (encoding switch { "WinAnsi" => SimpleEncoding.WinAnsi, "MacRoman" => SimpleEncoding.MacRoman, _ => SimpleEncoding.Standard })[code]);

    [Theory]
    [InlineData("Aacute", "Á")]
    [InlineData("uni20AC", "€")]
    [InlineData("u1F4C8", "📈")]
    [InlineData("f_i.alt", "fi")]
    [InlineData("mystery", null)]
    public void Glyph_names_mean_characters(string name, string? text) => Assert.Equal(text, GlyphNames.Unicode(name));

    private static PdfObject? Parse(string text) => new PdfParser(Encoding.Latin1.GetBytes(text), 0, null).Read();
}
