using System.Text;
using Daybook.Composition;
using Daybook.Documents;

namespace Daybook.Tests.Composition.Markdown;

public sealed class MarkdownReaderTests
{
    private static Inline[] Paragraph(string markdown) => [.. Assert.IsType<Paragraph>(Assert.Single(MarkdownReader.Read(markdown))).Inlines];

    private static Table Table(string markdown) => Assert.IsType<Table>(Assert.Single(MarkdownReader.Read(markdown)));

    private static string Text(Cell cell) => PlainText.Of(Assert.IsType<TextCell>(cell).Inlines);

    [Fact]
    public void Inlines_become_nodes_and_neighbouring_text_is_one_node()
    {
        var inlines = Paragraph("a & b &amp; \\* **s _e_** ~~x~~ `c|d`\\\n[t](https://e.org/a?b=c \"title\") [!critical]");
        Assert.Collection(
            inlines,
            one => Assert.Equal(new TextInline("a & b & * "), one),
            one => Assert.Equal(
                ["s ", "e"],
                Assert.IsType<Strong>(one).Inlines.Select(inner => inner is Emphasis e ? PlainText.Of(e.Inlines) : PlainText.Of([inner]))),
            one => Assert.Equal(new TextInline(" "), one),
            one => Assert.Equal("x", PlainText.Of(Assert.IsType<Strikethrough>(one).Inlines)),
            one => Assert.Equal(new TextInline(" "), one),
            one => Assert.Equal(new CodeSpan("c|d"), one),
            one => Assert.IsType<LineBreak>(one),
            one => Assert.Equal("https://e.org/a?b=c", Assert.IsType<Link>(one).Target),
            one => Assert.Equal(new TextInline(" "), one),
            one => Assert.Equal(new SeverityBadge(Severity.Critical), one));
    }

    [Fact]
    public void Blocks_become_nodes()
    {
        var blocks = MarkdownReader.Read("# H\n\n> q\n\n---\n\n```json\n{\n```\n\n    code\n\n3. a\n4. b\n\n* x\n  * y\n\n- [x] done\n- [ ] open\n\n```page-break\n```\n");
        Assert.Collection(
            blocks,
            one => Assert.Equal(1, Assert.IsType<Heading>(one).Level),
            one => Assert.IsType<Paragraph>(Assert.Single(Assert.IsType<Quote>(one).Blocks)),
            one => Assert.IsType<Divider>(one),
            one => Assert.Equal(new CodeBlock("json", "{"), one),
            one => Assert.Equal(new CodeBlock(null, "code"), one),
            one => Assert.Equal((true, 3, 2), (Assert.IsType<ListBlock>(one).Ordered, ((ListBlock)one).Start, ((ListBlock)one).Items.Length)),
            one => Assert.IsType<ListBlock>(Assert.Single(Assert.IsType<ListBlock>(one).Items).Blocks[1]),
            one =>
            {
                var items = Assert.IsType<ListBlock>(one).Items;
                Assert.Equal([true, false], items.Select(item => item.Checked));
                Assert.Equal("done", PlainText.Of(Assert.IsType<Paragraph>(items[0].Blocks[0]).Inlines));
            },
            one => Assert.IsType<PageBreak>(one));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("data:text/html;base64,PHNjcmlwdD4=")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example")]
    [InlineData("/relative")]
    [InlineData("java&#10;script:alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("https:")]
    public void A_link_elsewhere_than_the_web_mail_or_the_report_leaves_its_text(string url) =>
        Assert.Equal([new TextInline("see this now")], Paragraph($"see [this](<{url}>) now"));

    [Theory]
    [InlineData("https://e.org/x", "https://e.org/x")]
    [InlineData("HTTP://e.org/x", "HTTP://e.org/x")]
    [InlineData("mailto:a@e.org", "mailto:a@e.org")]
    [InlineData("#summary", "#summary")]
    public void Links_to_the_web_mail_and_the_report_are_kept(string url, string target) =>
        Assert.Equal(target, Assert.IsType<Link>(Assert.Single(Paragraph($"[x]({url})"))).Target);

    [Fact]
    public void Bare_web_addresses_become_links_and_other_schemes_do_not()
    {
        Assert.IsType<Link>(Paragraph("see https://e.org now")[1]);
        Assert.IsType<Link>(Assert.Single(Paragraph("<https://e.org>")));
        Assert.Equal("mailto:a@e.org", Assert.IsType<Link>(Assert.Single(Paragraph("<a@e.org>"))).Target);
        Assert.Equal([new TextInline("see ftp://e.org now")], Paragraph("see ftp://e.org now"));
        Assert.Equal([new TextInline("javascript:x")], Paragraph("<javascript:x>"));
    }

    [Fact]
    public void Html_is_shown_as_text()
    {
        Assert.Equal([new TextInline("<script>alert(1)</script> <b>x</b>")], Paragraph("<script>alert(1)</script> <b>x</b>"));
        Assert.Equal([new TextInline("<!-- c -->")], Paragraph("<!-- c -->"));
        Assert.Equal([new TextInline("<div onclick=\"x\">")], Paragraph("<div onclick=\"x\">"));
    }

    [Fact]
    public void A_br_tag_breaks_the_line_and_an_escaped_one_does_not()
    {
        Assert.IsType<LineBreak>(Paragraph("a<br>b")[1]);
        Assert.IsType<LineBreak>(Paragraph("a<BR />b")[1]);
        Assert.Equal([new TextInline("a<br>b")], Paragraph("a\\<br\\>b"));
        Assert.Equal([new TextInline("a<br>b")], Paragraph("a&lt;br&gt;b"));
    }

    [Theory]
    [InlineData("NOTE", Severity.Info)]
    [InlineData("TIP", Severity.Info)]
    [InlineData("IMPORTANT", Severity.Medium)]
    [InlineData("WARNING", Severity.High)]
    [InlineData("CAUTION", Severity.Critical)]
    public void An_alert_becomes_a_callout(string kind, Severity severity)
    {
        var callout = Assert.IsType<Callout>(Assert.Single(MarkdownReader.Read($"> [!{kind}]\n> Text")));
        Assert.Equal((severity, null), (callout.Severity, callout.Title));
        Assert.Equal("Text", PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(callout.Blocks)).Inlines));
    }

    [Theory]
    [InlineData("**Low: Two runs stopped**", Severity.Low, "Two runs stopped")]
    [InlineData("**Minimal**", Severity.Minimal, null)]
    [InlineData("**Two runs stopped**", Severity.Critical, "Two runs stopped")]
    public void The_first_bold_paragraph_of_an_alert_is_its_title(string first, Severity severity, string? title)
    {
        var callout = Assert.IsType<Callout>(Assert.Single(MarkdownReader.Read($"> [!CAUTION]\n> {first}\n>\n> Text")));
        Assert.Equal((severity, title), (callout.Severity, callout.Title));
        Assert.Single(callout.Blocks);
    }

    [Fact]
    public void A_column_is_typed_when_the_typed_form_prints_the_same()
    {
        var table = Table("| Probe | Hits | Rate | Cost | Day | Severity |\n|---|--:|:-:|---|---|---|\n| a | 1,234 | 12.50% | EUR 1.50 | 2026-05-04 | High |\n| b | 5 | – | EUR 2.00 | 2026-05-05 | |\n");
        Assert.Equal(
            [CellType.Text, CellType.Integer, CellType.Percent, CellType.Money, CellType.Date, CellType.Severity], table.Columns.Select(column => column.Type));
        Assert.Equal(
            [ColumnAlignment.Left, ColumnAlignment.Right, ColumnAlignment.Center, ColumnAlignment.Right, ColumnAlignment.Left, ColumnAlignment.Left],
            table.Columns.Select(column => column.Alignment));
        Assert.Equal(new IntegerCell(1234), table.Rows[0].Cells[1]);
        Assert.Equal(new PercentCell(12.50m), table.Rows[0].Cells[2]);
        Assert.Equal(new EmptyCell(), table.Rows[1].Cells[2]);
        Assert.Equal("", Text(table.Rows[1].Cells[5]));
        Assert.True(table.Columns[0].IsRowHeader);
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("007")]
    [InlineData("2026")]
    [InlineData("1,23")]
    [InlineData("-0")]
    [InlineData("-0.0%")]
    [InlineData("+5")]
    [InlineData("5 ms")]
    [InlineData("1.5e3")]
    [InlineData("USD 12%")]
    [InlineData("high")]
    [InlineData("∞")]
    [InlineData("12345678901234567890123456789.0")]
    public void Text_that_would_print_differently_stays_text(string text)
    {
        var table = Table($"| Severity |\n|---|\n| {text} |\n");
        Assert.Equal(CellType.Text, table.Columns[0].Type);
        Assert.Equal(text, Text(table.Rows[0].Cells[0]));
    }

    [Fact]
    public void One_cell_of_another_kind_keeps_a_column_text()
    {
        var table = Table("| n |\n|---|\n| 1 |\n| n/a |\n");
        Assert.Equal(CellType.Text, table.Columns[0].Type);
        Assert.Equal(["1", "n/a"], table.Rows.Select(row => Text(row.Cells[0])));
    }

    [Fact]
    public void Plain_severity_words_count_only_below_a_title_that_says_so()
    {
        Assert.Equal(CellType.Text, Table("| Price |\n|---|\n| Low |\n").Columns[0].Type);
        Assert.Equal(CellType.Severity, Table("| Price |\n|---|\n| [!low] |\n").Columns[0].Type);
        Assert.Equal(CellType.Severity, Table("| Overall risk |\n|---|\n| Low |\n").Columns[0].Type);
    }

    [Fact]
    public void Cells_keep_their_form_and_pipes_can_be_escaped()
    {
        var table = Table("| A | A |\n|---|---|\n| **x** \\| `a\\|b` | 1<br>2 |\n");
        Assert.Equal(["a", "a_2"], table.Columns.Select(column => column.Key));
        var cell = Assert.IsType<TextCell>(table.Rows[0].Cells[0]);
        Assert.Equal("x | a|b", PlainText.Of(cell.Inlines));
        Assert.Equal("1\n2", Text(table.Rows[0].Cells[1]));
    }

    [Fact]
    public void A_cards_fence_becomes_metric_cards()
    {
        var cards = Assert.IsType<MetricCards>(Assert.Single(MarkdownReader.Read(
            """
            ```cards
            | Label | Value | Unit | Change | Good | Severity | Note |
            |---|---|---|---|---|---|---|
            | Total tests | 1,234 | | +12.5% | up | | since yesterday |
            | Critical | 3 | | +50.0% | down | critical | |
            | Time | | ms | N/A | down | | |
            ```
            """))).Cards;
        Assert.Equal(new MetricCard("Total tests", new IntegerCell(1234)) { Change = "+12.5%", Direction = ChangeDirection.Up, IsGood = true, Note = "since yesterday" }, cards[0]);
        Assert.Equal(new MetricCard("Critical", new IntegerCell(3)) { Change = "+50.0%", Direction = ChangeDirection.Up, IsGood = false, Severity = Severity.Critical }, cards[1]);
        Assert.Equal(new MetricCard("Time", new EmptyCell()) { Unit = "ms", Change = "N/A" }, cards[2]);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("| Label |\n|---|\n| a |")]
    [InlineData("| Label | Value | Colour |\n|---|---|---|\n| a | 1 | red |")]
    [InlineData("| Label | Value | Severity |\n|---|---|---|\n| a | 1 | awful |")]
    public void A_cards_fence_that_is_no_table_of_cards_is_an_error(string text) =>
        Assert.Equal("bad_cards", Assert.Throws<CompositionException>(() => MarkdownReader.Read($"```cards\n{text}\n```")).Code);

    private static string Png(int width, int height)
    {
        byte[] bytes =
        [
            0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, (byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width,
            (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height, 8, 2, 0, 0, 0, 0, 0, 0, 0,
        ];
        return "data:image/png;base64," + Convert.ToBase64String(bytes);
    }

    [Fact]
    public void A_picture_in_the_text_is_kept_and_divides_its_paragraph()
    {
        var blocks = MarkdownReader.Read($"before ![the *alt*]({Png(3, 2)} \"cap\") after");
        var image = Assert.IsType<Image>(blocks[1]);
        Assert.Equal(("image/png", "the alt", "cap"), (image.MediaType, image.AltText, image.Caption));
        Assert.Equal(3, blocks.Length);
    }

    [Fact]
    public void Pictures_that_are_remote_too_large_or_no_pictures_become_their_text()
    {
        Assert.Equal("https://e.org/x.png", Assert.IsType<Link>(Assert.Single(Paragraph("![alt](https://e.org/x.png)"))).Target);
        Assert.Equal([new TextInline("alt")], Paragraph($"![alt]({Png(100_000, 100_000)})"));
        Assert.Equal([new TextInline("alt")], Paragraph("![alt](data:image/png;base64,AAAA)"));
        Assert.Equal([new TextInline("alt")], Paragraph("![alt](data:image/svg+xml;base64,PHN2Zz4=)"));
    }

    [Theory]
    [InlineData(">", 200)]
    [InlineData("> - ", 60)]
    [InlineData("- ", 40)]
    [InlineData("[", 5000)]
    [InlineData("**a ", 500)]
    public void Deep_nesting_is_refused_or_read_but_never_fatal(string piece, int times)
    {
        var text = new StringBuilder().Insert(0, piece, times).Append('x').ToString();
        try
        {
            Assert.NotEmpty(MarkdownReader.Read(text));
        }
        catch (CompositionException exception)
        {
            Assert.Equal("markdown_too_deep", exception.Code);
        }
    }
}
