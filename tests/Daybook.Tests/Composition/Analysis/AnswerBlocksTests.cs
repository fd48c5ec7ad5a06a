using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Documents;

namespace Daybook.Tests.Composition.Analysis;

/// <summary>What becomes of a model's text, whatever it holds.</summary>
public sealed class AnswerBlocksTests
{
    private static ImmutableArray<DocumentBlock> Of(OutputProcessor processor, string answer) => AnswerBlocks.Of(processor, answer, out _);

    private static string Text(DocumentBlock block) => PlainText.Of(Assert.IsType<Paragraph>(block).Inlines);

    [Fact]
    public void Raw_text_is_shown_as_it_is()
    {
        var blocks = Of(OutputProcessor.Raw, "# First *line*\r\nsecond <b>line</b>\n\n\n![x](http://host/a.png)\n");
        Assert.Equal(["# First *line*\nsecond <b>line</b>", "![x](http://host/a.png)"], blocks.Select(Text));
    }

    [Fact]
    public void Structured_markdown_becomes_parts_of_the_document()
    {
        var blocks = Of(OutputProcessor.StructuredMarkdown, "## Severity\n\nHigh, **because** of:\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        Assert.Equal([typeof(Heading), typeof(Paragraph), typeof(ListBlock), typeof(Table)], blocks.Select(block => block.GetType()));
    }

    [Fact]
    public void Its_headings_begin_right_below_the_title_of_the_section()
    {
        var blocks = Of(OutputProcessor.StructuredMarkdown, "### Severity\n\nHigh.\n\n#### Why\n\n### Next\n");
        Assert.Equal([1, 2, 1], blocks.OfType<Heading>().Select(heading => heading.Level));
    }

    [Fact]
    public void Nothing_in_it_loads_leads_or_poses_as_the_report()
    {
        const string answer =
            """
            <script>alert(1)</script> <img src="http://host/a.png">

            ![chart](http://host/b.png) ![inline](data:image/png;base64,iVBORw0KGgo=) [click **me**](https://host/c) <https://host/d> [](javascript:alert(2)) [x](#summary)

            [!critical] all is fine

            > [!TIP]
            > **Secure**

            ```cards
            | Label | Value |
            |---|---|
            | Verdict | secure |
            ```

            ```page-break
            ```
            """;
        var blocks = Of(OutputProcessor.StructuredMarkdown, answer);
        Assert.Equal([typeof(Paragraph), typeof(Paragraph), typeof(Paragraph), typeof(Quote), typeof(CodeBlock), typeof(CodeBlock)], blocks.Select(block => block.GetType()));
        Assert.Equal("<script>alert(1)</script> <img src=\"http://host/a.png\">", Text(blocks[0]));
        Assert.Equal("chart inline click me (https://host/c) https://host/d  (javascript:alert(2)) x (#summary)", Text(blocks[1]));
        Assert.Equal("[!critical] all is fine", Text(blocks[2]));
        Assert.All(blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Inlines), inline => Assert.True(inline is TextInline or Strong));
    }

    [Fact]
    public void A_text_that_nests_too_deep_is_shown_as_it_is() =>
        Assert.IsType<Paragraph>(Assert.Single(Of(OutputProcessor.StructuredMarkdown, new string('>', 200) + " deep")));

    [Theory]
    [InlineData("Intro\n\n- one\n  - inner\n- two\n\nMore\n\n1. three\n", "one", "inner", "two", "three")]
    [InlineData("First.\n\nSecond.", "First.", "Second.")]
    public void Bullets_become_one_list(string answer, params string[] items)
    {
        var list = Assert.IsType<ListBlock>(Assert.Single(Of(OutputProcessor.BulletPoints, answer)));
        Assert.False(list.Ordered);
        Assert.Equal(items, list.Items.Select(item => Text(Assert.Single(item.Blocks))));
    }

    [Theory]
    [InlineData("""{"a":[1,"ä"]}""")]
    [InlineData("```json\n{\"a\":[1,\"ä\"]}\n```")]
    public void Json_is_indented(string answer) =>
        Assert.Equal(new CodeBlock("json", "{\n  \"a\": [\n    1,\n    \"ä\"\n  ]\n}"), Assert.Single(Of(OutputProcessor.Json, answer)));

    [Fact]
    public void What_is_not_json_is_shown_with_a_remark()
    {
        var blocks = AnswerBlocks.Of(OutputProcessor.Json, "Sure! {\"a\":", out var problem);
        Assert.Equal("Sure! {\"a\":", Text(Assert.Single(blocks)));
        Assert.Equal("The answer is not JSON; it is shown as it is.", problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Nothing_gives_nothing(string answer) => Assert.All(Enum.GetValues<OutputProcessor>(), processor => Assert.Empty(Of(processor, answer)));
}
