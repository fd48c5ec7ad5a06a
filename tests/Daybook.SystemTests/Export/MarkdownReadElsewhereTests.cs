using System.Net;
using System.Text.RegularExpressions;
using Daybook.Documents;
using Daybook.Export;

namespace Daybook.SystemTests.Export;

/// <summary>GitHub's own Markdown reader shows what the document says, and nothing of what hostile text tries.</summary>
public sealed partial class MarkdownReadElsewhereTests
{
    private static readonly string[] Extensions = ["-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist", "-t", "html", "--unsafe"];

    public static TheoryData<string> HostileTexts =>
    [
        "# heading", "## ", "- item", "* item", "+ item", "1. item", "1) item", "- [x] task", "> quote", "===", "---", "***", "```", "~~~ x",
        "    code", "<script>alert(1)</script>", "<b>x</b>", "<!-- x -->", "&lt;b&gt; &#35; &copy;", "[x](javascript:alert(1))", "![x](http://e/x.png)",
        "[x]: http://e", "[^1]", "https://evil.example/x", "www.evil.example", "me@evil.example", "mailto:me@evil.example", "*a* **b** _c_ __d__ ~e~ ~~f~~ `g`",
        "a|b|c", "|---|---|", "\\*not\\*", "trailing \\", "a  b", "snake_case_name and _lead", "$x$ $$y$$", ":tada: @user #12", "1986\\. A great year",
        "<https://e>", "http\\://x", "\u202e reversed", "name: <img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Hostile_text_is_shown_as_it_is(string text)
    {
        var wanted = Fold(text);
        Assert.Equal($"<p>{wanted}</p>", await ReadAsync(new Paragraph([new TextInline(text)])));
        Assert.Equal($"<h2>{wanted}</h2>", await ReadAsync(new Heading(2, [new TextInline(text)])));
        Assert.Equal($"<p>a <strong>{wanted}</strong></p>", await ReadAsync(new Paragraph([new TextInline("a "), new Strong([new TextInline(text)])])));

        var table = await ReadAsync(new Table(
            [new TableColumn("a", text, CellType.Text, ColumnAlignment.Left)], [new TableRow([new TextCell([new TextInline(text)])])]));
        Assert.Contains($"<th align=\"left\">{wanted}</th>", table, StringComparison.Ordinal);
        Assert.Contains($"<td align=\"left\">{wanted}</td>", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structure_survives()
    {
        var html = await ReadAsync(
            new ListBlock(false, 1, [new ListItem(null, [P("one"), new ListBlock(true, 1, [new ListItem(null, [P("inner")])])]), new ListItem(true, [P("done")])]),
            new ListBlock(true, 3, [new ListItem(null, [P("three")])]),
            new Quote([P("first"), P("second")]),
            new CodeBlock("json", "```\n{}\n"));
        Assert.Contains("<ul> <li>one <ol> <li>inner</li> </ol> </li>", html, StringComparison.Ordinal);
        Assert.Contains("<ol start=\"3\"> <li>three</li> </ol>", html, StringComparison.Ordinal);
        Assert.Contains("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> done", html, StringComparison.Ordinal);
        Assert.Contains("<blockquote> <p>first</p> <p>second</p> </blockquote>", html, StringComparison.Ordinal);
        Assert.Contains("<pre><code class=\"language-json\">``` {} </code></pre>", html, StringComparison.Ordinal);
    }

    /// <summary>The reader's HTML with references decoded and white space folded, as a browser shows it.</summary>
    private static async Task<string> ReadAsync(params DocumentBlock[] blocks)
    {
        var html = await ExternalProgram.RunAsync("cmark-gfm", "cmark-gfm", Extensions, MarkdownBlocks.Of([.. blocks], new ExportOptions()));
        return Fold(MailLink().Replace(WebUtility.HtmlDecode(html), "$1")).Trim();
    }

    private static Paragraph P(string text) => new([new TextInline(text)]);

    private static string Fold(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"[ \n\t]+")]
    private static partial Regex WhiteSpace();

    /// <summary>The one thing this reader cannot be kept from: it links a bare mail address, to itself.</summary>
    [GeneratedRegex("""<a href="mailto:[^"]*">([^<]*)</a>""")]
    private static partial Regex MailLink();
}
