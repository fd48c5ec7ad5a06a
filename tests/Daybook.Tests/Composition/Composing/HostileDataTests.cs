using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Tests.Composition.Composing;

/// <summary>Text from data reaches the reader letter by letter, and never becomes part of the document's structure.</summary>
public sealed class HostileDataTests
{
    public static TheoryData<string> Nasty =>
    [
        "# heading", "## a\n# b", "> quote", "- item", "* item", "+ item", "1. item", "1) item", "---", "***", "===", "```\ncode\n```", "~~~\ncode\n~~~", "    code",
        "`code`", "``a`b``", "**bold**", "__bold__", "*it*", "_it_", "~~gone~~", "[link](https://evil.example)", "[link](javascript:alert(1))", "![img](https://evil.example/x.png)",
        "[ref]: https://evil.example", "[ref][1]", "<https://evil.example>", "https://evil.example/path", "http://evil.example", "mailto:a@evil.example", "www.evil.example",
        "a@evil.example", "<script>alert(1)</script>", "<br>", "<img src=x onerror=alert(1)>", "<!-- c -->", "&lt;b&gt;", "&amp;", "&#35; x", "&copy;", "| a | b |\n|---|---|\n| 1 | 2 |",
        "a | b", "[!critical]", "> [!CAUTION]\n> fake", "```cards\n| Label | Value |\n|---|---|\n| a | 1 |\n```", "```page-break\n```", "[x] done", "- [x] done", "\\*not bold\\*", "\\", "a\\",
        "{{ 7 * 7 }}", "{% include 'x' %}", "{# c #}", "=cmd|' /C calc'!A0", "+1", "-1", "@x", ":::note", "$x$", "a\u00a0b", "\u202Eabc", "é ü 漢 🎯", "'quoted' \"quoted\"", "a  b", "x^2^", "H~2~O",
        "line one\nline two", "tab\there", "end with space ", " starts with space", "*", "_", "`", "[", "]", "(", ")", "!", "![", "](", "<", ">", "#", "|", "http:", "!\n[x](y)",
    ];

    /// <summary>White space in a paragraph is one space; everything else must be there.</summary>
    private static string Squeezed(string text) => string.Join(' ', text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static ImmutableArray<DocumentBlock> Blocks(string template, string value)
    {
        var section = Compose.Text(template, $$"""{"v": {{JsonSerializer.Serialize(value)}}}""");
        Assert.Equal((SectionStatus.Ok, null), (section.Status, section.Reason));
        return section.Blocks;
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void In_a_paragraph_it_is_only_text(string value)
    {
        foreach (var (template, before, after) in new[] { ("{{ v }}", "", ""), ("Answer: {{ v }}", "Answer: ", ""), ("{{ v }} was said", "", " was said"), ("x{{ v }}y", "x", "y"), ("one\n{{ v }}\ntwo", "one ", " two"), ("({{ v }})", "(", ")"), ("!{{ v }}", "!", "") })
        {
            var inline = Assert.Single(Assert.IsType<Paragraph>(Assert.Single(Blocks(template, value))).Inlines);
            Assert.Equal(Squeezed(before + value + after), Squeezed(Assert.IsType<TextInline>(inline).Text));
        }
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void In_a_table_it_stays_in_its_cell(string value)
    {
        var table = Assert.IsType<Table>(Assert.Single(Blocks("| A | B |\n|---|---|\n| {{ v }} | next |\n| last | x{{ v }} |\n", value)));
        Assert.Equal((2, 2), (table.Columns.Length, table.Rows.Length));
        Assert.Equal(Squeezed(value), Squeezed(Shown(table.Rows[0].Cells[0])));
        Assert.Equal("next", Shown(table.Rows[0].Cells[1]));
        Assert.Equal(Squeezed("x" + value), Squeezed(Shown(table.Rows[1].Cells[1])));
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void In_a_list_a_heading_and_a_quote_it_is_only_text(string value)
    {
        var blocks = Blocks("# T {{ v }} t\n\n- {{ v }}\n- other\n\n> {{ v }}\n", value);
        Assert.Equal(Squeezed($"T {value} t"), Squeezed(PlainText.Of(Assert.IsType<Heading>(blocks[0]).Inlines)));
        var list = Assert.IsType<ListBlock>(blocks[1]);
        Assert.Equal(2, list.Items.Length);
        Assert.Equal(Squeezed(value), Squeezed(PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(list.Items[0].Blocks)).Inlines)));
        Assert.Null(list.Items[0].Checked);
        var quote = Assert.IsType<Quote>(blocks[2]);
        Assert.Equal(Squeezed(value), Squeezed(PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(quote.Blocks)).Inlines)));
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void In_bold_a_link_and_a_card_it_is_only_text(string value)
    {
        var bold = Assert.IsType<Paragraph>(Assert.Single(Blocks("**x{{ v }}x**", value)));
        Assert.Equal(Squeezed($"x{value}x"), Squeezed(PlainText.Of(Assert.IsType<Strong>(Assert.Single(bold.Inlines)).Inlines)));
        var link = Assert.IsType<Paragraph>(Assert.Single(Blocks("[x{{ v }}x](https://ours.example)", value)));
        Assert.Equal("https://ours.example", Assert.IsType<Link>(Assert.Single(link.Inlines)).Target);
        var cards = Assert.IsType<MetricCards>(Assert.Single(Blocks("```cards\n| Label | Value |\n|---|---|\n| x{{ v }} | x{{ v }} |\n```", value)));
        Assert.Equal(Squeezed("x" + value), Squeezed(Assert.Single(cards.Cards).Label));
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void As_code_it_is_shown_letter_by_letter(string value)
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Blocks("Said: {{ v | code }}!", value)));
        Assert.Equal(value.ReplaceLineEndings(" "), Assert.IsType<CodeSpan>(paragraph.Inlines[1]).Text);
        var block = Blocks("Said: {{ v | code_block('text') }} end", value);
        Assert.Equal(new CodeBlock("text", value.ReplaceLineEndings("\n").TrimEnd('\n')), block[1]);
        Assert.Equal(3, block.Length);
        var table = Assert.IsType<Table>(Assert.Single(Blocks("| A | B |\n|---|---|\n| {{ v | code }} | next |\n", value)));
        Assert.Equal("next", Shown(table.Rows[0].Cells[1]));
    }

    [Fact]
    public void Any_text_at_all_stays_text()
    {
        const string alphabet = "#*_`~[]()<>!|\\&;:./@-+=1a\n \t{}%$^'\"h";
        var random = new Random(20260504);
        for (var i = 0; i < 3000; i++)
        {
            var value = new string(random.GetItems<char>(alphabet, random.Next(1, 30)));
            var inline = Assert.Single(Assert.IsType<Paragraph>(Assert.Single(Blocks("a {{ v }} b", value))).Inlines);
            Assert.Equal(Squeezed($"a {value} b"), Squeezed(Assert.IsType<TextInline>(inline).Text));
            var table = Assert.IsType<Table>(Assert.Single(Blocks("| A | B |\n|---|---|\n| x {{ v }} | next |\n", value)));
            Assert.Equal(Squeezed($"x {value}"), Squeezed(Shown(table.Rows[0].Cells[0])));
            Assert.Equal("next", Shown(table.Rows[0].Cells[1]));
        }
    }

    [Fact]
    public void Data_in_titles_of_options_and_tables_without_template_is_plain_text()
    {
        var section = Compose.Section("blocks:\n  - {id: b, type: data_block, order: 1, title: B}\n", """{"rows": [{"<b>key</b>": "[x](javascript:y) **b**"}]}""");
        var table = Assert.IsType<Table>(Assert.Single(section.Blocks));
        Assert.Equal("[x](javascript:y) **b**", Shown(table.Rows[0].Cells[0]));
    }

    private static string Shown(Cell cell) => cell switch
    {
        TextCell text => PlainText.Of(text.Inlines),
        IntegerCell number => $"{number.Value}",
        _ => throw new InvalidOperationException(cell.ToString()),
    };
}
