using System.Text.RegularExpressions;
using CsCheck;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

/// <summary>Whatever the data holds, a Markdown reader gives it back as text, and as nothing else.</summary>
public partial class MarkdownEscapeTests
{
    private static readonly JinjaEnvironment Environment = new(new JinjaOptions().UseAutoescape(AutoescapeMode.Markdown));

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.String[Gen.Char["ab1 #*_-+=~`>|<&!:.;()[]{}\\/@'\"$^%\n\r\t\u00a0"], 0, 16],
        Gen.OneOf<string>(
            "# heading", "## heading ##", "- item", "1. item", "12) item", "---", "===", "***", "```code", "~~~", "    indented", "> [!WARNING]", "[!critical]",
            "[text](http://example.com)", "![image](data:image/png;base64,AA==)", "<script>alert(1)</script>", "<br>", "&lt;b&gt;", "&#35;", "http://example.com",
            "https://example.com/a_b_c?d=e", "www.example.com", "mail@example.com", "mailto:mail@example.com", "a | b", "|---|---|", "[x] done", "[^1]: note",
            "[ref]: http://example.com", "**bold**", "_em_", "a*b*c", "~~gone~~", "`code`", "two  \nlines", "back\\", "!", ":smile:", "$x$", "line\n\n# heading"));

    private static readonly Gen<string> Visible = Hostile.Where(text => !string.IsNullOrWhiteSpace(text));

    private static string Normal(string text) => Spaces().Replace(text, " ").Trim();

    private static string Render(string template, string text) =>
        Environment.FromString(template).Render(new Dictionary<string, object?> { ["t"] = text });

    private static string TextOf(IEnumerable<Inline> inlines) => Normal(string.Concat(inlines.Select(inline => Assert.IsType<TextInline>(inline).Text)));

    [Fact]
    public void Alone_it_is_a_paragraph() => Visible.Always(text =>
        Assert.Equal(Normal(text), TextOf(Assert.IsType<Paragraph>(Assert.Single(MarkdownReader.Read(Render("{{ t }}", text)))).Inlines)));

    [Fact]
    public void Between_letters_it_stays_in_its_line() => Hostile.Always(text =>
        Assert.Equal(Normal($"a{text}b"), TextOf(Assert.IsType<Paragraph>(Assert.Single(MarkdownReader.Read(Render("a{{ t }}b", text)))).Inlines)));

    [Fact]
    public void After_a_line_of_text_it_does_not_make_that_a_heading() => Visible.Always(text =>
        Assert.Equal(
            Normal($"before {text}"),
            Normal(PlainText.Of(Assert.IsType<Paragraph>(Assert.Single(MarkdownReader.Read(Render("before\n{{ t }}", text)))).Inlines))));

    [Fact]
    public void In_a_heading_it_is_the_heading() => Visible.Always(text =>
        Assert.Equal(Normal(text), TextOf(Assert.IsType<Heading>(Assert.Single(MarkdownReader.Read(Render("## {{ t }}", text)))).Inlines)));

    [Fact]
    public void In_a_list_it_is_an_item() => Visible.Always(text =>
    {
        var item = Assert.Single(Assert.IsType<ListBlock>(Assert.Single(MarkdownReader.Read(Render("- {{ t }}", text)))).Items);
        Assert.Null(item.Checked);
        Assert.Equal(Normal(text), TextOf(Assert.IsType<Paragraph>(Assert.Single(item.Blocks)).Inlines));
    });

    [Fact]
    public void In_a_table_it_is_a_cell() => Hostile.Always(text =>
    {
        var table = Assert.IsType<Table>(Assert.Single(MarkdownReader.Read(Render("| a | b |\n|---|---|\n| x{{ t }} | end |", text))));
        Assert.Equal(2, table.Columns.Length);
        var row = Assert.Single(table.Rows);
        Assert.Equal([Normal("x" + text), "end"], row.Cells.Select(cell => TextOf(Assert.IsType<TextCell>(cell).Inlines)));
    });

    [Fact]
    public void In_a_link_it_is_the_text_of_that_link() => Visible.Always(text =>
    {
        var link = Assert.IsType<Link>(Assert.Single(Assert.IsType<Paragraph>(Assert.Single(MarkdownReader.Read(Render("[{{ t }}](https://example.org/)", text)))).Inlines));
        Assert.Equal("https://example.org/", link.Target);
        Assert.Equal(Normal(text), TextOf(link.Inlines));
    });

    [GeneratedRegex(@"[ \t\r\n\v\f\x1c-\x1f\u0085\u2028\u2029]+")]
    private static partial Regex Spaces();
}
