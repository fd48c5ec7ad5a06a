using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export;

/// <summary>What Markdown can say is read back as the same tree; charts, cards and typed cells are read back as the tables and texts they are shown as.</summary>
public sealed class MarkdownRoundTripTests
{
    private static readonly Gen<string> Words = Of(
        "plain", "two words", "a*b", "*", "**x**", "_lead_", "snake_case", "# no", "- no", "+ no", "1. no", "10) no", "> no", "=", "---", "`tick`", "[x](y)", "![x](y)",
        "a|b", "<b>bold</b>", "<br>", "&amp;", "&#35;", "AT&T", "~~no~~", "~", "\\", "\\*", "http://x.example", "www.x.example", "[!high]", "[x]: y", "é", "夜 勤", "😀", ":", "!", "$a$", "[ ] no");

    private static readonly Gen<Inline> Marked = Gen.OneOf(
        Words.Select(words => (Inline)new Strong([new TextInline(words)])),
        Words.Select(words => (Inline)new Emphasis([new TextInline(words)])),
        Words.Select(words => (Inline)new Strikethrough([new TextInline(words)])),
        Of("code", "a`b", "``", "a|b", "x  y", "*", "\\").Select(code => (Inline)new CodeSpan(code)),
        Gen.Select(Words, Of("https://example.com/a?b=1&c=2", "mailto:a@b.example", "#summary"), (words, target) => (Inline)new Link(target, [new TextInline(words)])),
        Words.Select(words => (Inline)new Strong([new Emphasis([new TextInline(words)])])));

    /// <summary>Text, marked, text, marked …: neighbours of one kind would be read as one. Spaces keep words and delimiters apart.</summary>
    private static readonly Gen<ImmutableArray<Inline>> Line =
        Gen.Select(Words, Marked, Gen.Bool).Array[1, 3].Select(parts => parts
            .SelectMany((part, i) => part.Item3 && i > 0
                ? [new LineBreak(), new TextInline(part.Item1 + " "), part.Item2]
                : new Inline[] { new TextInline((i > 0 ? " " : "") + part.Item1 + " "), part.Item2 })
            .ToImmutableArray());

    private static readonly Gen<DocumentBlock> Leaf = Gen.OneOf(
        Line.Select(line => (DocumentBlock)new Paragraph(line)),
        Gen.Select(Gen.Int[1, 6], Line, (level, line) => (DocumentBlock)new Heading(level, line)),
        Gen.Select(Of("json", "text", (string?)null), Of("{}", "```\n~~~", "  indented\n\n\nlast"), (language, code) => (DocumentBlock)new CodeBlock(language, code)),
        Gen.Const((DocumentBlock)new Divider()),
        Gen.Select(Line, Line, (head, cell) => (DocumentBlock)new Table(
            [new TableColumn("key", "Key", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true }, new TableColumn("value", "Value", CellType.Text, ColumnAlignment.Right)],
            [new TableRow([new TextCell(head), new TextCell(cell)]), new TableRow([new TextCell(cell), new TextCell(head)])])));

    private static readonly Gen<DocumentBlock> Nested = Gen.Recursive<DocumentBlock>((depth, inner) => depth >= 3 ? Leaf : Gen.OneOf(
        Leaf,
        inner.Array[1, 3].Select(blocks => (DocumentBlock)new Quote([.. blocks])),
        Gen.Select(Gen.Bool, Gen.Int[1, 12], Gen.Select(Of<bool?>(null, true, false), Line, inner, Gen.Bool).Array[1, 3], (ordered, start, items) => (DocumentBlock)new ListBlock(
            ordered, ordered ? start : 1, [.. items.Select(item => new ListItem(item.Item1, item.Item4 ? [new Paragraph(item.Item2)] : [new Paragraph(item.Item2), item.Item3]))]))));

    /// <summary>GitHub knows alerts at the top level only.</summary>
    private static readonly Gen<DocumentBlock> Blocks = Gen.Frequency((4, Nested), (1, Gen.Select(
        Of(Severity.Info, Severity.Low, Severity.High, Severity.Critical), Of("Act: now", "a*b|c", null), Nested.Array[1, 2],
        (severity, title, blocks) => (DocumentBlock)new Callout(severity, title, [.. blocks]))));

    [Fact]
    public void What_Markdown_can_say_is_read_back_as_the_same_tree() =>
        Blocks.Array[1, 4].Always(blocks =>
        {
            ImmutableArray<DocumentBlock> written = [.. blocks];
            var markdown = MarkdownBlocks.Of(written, new ExportOptions());
            var read = Json(MarkdownReader.Read(markdown));
            Assert.True(Json(written) == read, Difference(Json(written), read) + "\n" + markdown);
        }, iter: 500);

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Difference(string written, string read)
    {
        var at = Math.Max(0, written.Zip(read).TakeWhile(pair => pair.First == pair.Second).Count() - 80);
        return $"written: {written.Substring(at, Math.Min(200, written.Length - at))}\nread:    {read.Substring(at, Math.Min(200, read.Length - at))}";
    }

    private static string Json(ImmutableArray<DocumentBlock> blocks) => Encoding.UTF8.GetString(
        DocumentJson.Write(new ReportDocument(SampleDocuments.Metadata, [new Section("s", null, SectionKind.Data, blocks)])))[600..];
}
