using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

public class WhitespaceTests
{
    private const string Source = "a\n  {% if true %}\n  b\n  {% endif %}\nc\n";

    [Theory]
    [InlineData(false, false, "a\n  \n  b\n  \nc")]
    [InlineData(true, false, "a\n    b\n  c")]
    [InlineData(false, true, "a\n\n  b\n\nc")]
    [InlineData(true, true, "a\n  b\nc")]
    public void Blocks_are_trimmed_and_stripped_as_asked(bool trim, bool strip, string expected) =>
        Assert.Equal(expected, Template.Render(Source, Template.Options with { Syntax = new JinjaSyntax { TrimBlocks = trim, LstripBlocks = strip } }));

    [Theory]
    [InlineData("a \n {%- if true -%} \n b \n {%- endif -%} \n c", "abc")]
    [InlineData("a {{- 1 -}} b", "a1b")]
    [InlineData("a {#- note -#} b", "ab")]
    [InlineData("a {%- raw -%} {{ x }} {%- endraw -%} b", "a{{ x }}b")]
    [InlineData("{% raw %}{% for %}{{{% endraw %}", "{% for %}{{")]
    public void A_minus_removes_the_white_space_beside_a_tag(string source, string expected) => Assert.Equal(expected, Template.Render(source));

    [Fact]
    public void A_plus_keeps_the_white_space_beside_a_tag() =>
        Assert.Equal(
            "  a\n",
            Template.Render("  {%+ if true +%}a\n{% endif %}\n", Template.Options with { Syntax = new JinjaSyntax { TrimBlocks = true, LstripBlocks = true } })
                .Replace("\na", "a", StringComparison.Ordinal));

    [Theory]
    [InlineData(false, "a\r\nb")]
    [InlineData(true, "a\r\nb\r\n")]
    public void Newlines_become_the_newline_sequence_and_the_last_is_kept_if_asked(bool keep, string expected) =>
        Assert.Equal(
            expected,
            Template.Render("a\rb\n", Template.Options with { Syntax = new JinjaSyntax { KeepTrailingNewline = keep, NewlineSequence = "\r\n" } }));

    [Fact]
    public void Delimiters_can_be_chosen()
    {
        var syntax = new JinjaSyntax { BlockStart = "<%", BlockEnd = "%>", VariableStart = "${", VariableEnd = "}", CommentStart = "<!--", CommentEnd = "-->" };
        Assert.Equal("{{ 3 }}", Template.Render("<% set x = {'a': 3} %><!-- note -->{{ ${x['a']} }}", Template.Options with { Syntax = syntax }));
    }

    [Fact]
    public void Delimiters_that_begin_alike_are_told_apart_by_their_length()
    {
        var syntax = new JinjaSyntax { BlockStart = "{", BlockEnd = "}", VariableStart = "{{", VariableEnd = "}}", CommentStart = "{{{", CommentEnd = "}}}" };
        Assert.Equal("1", Template.Render("{set x = 1}{{ x }}{{{ note }}}", Template.Options with { Syntax = syntax }));
    }

    [Fact]
    public void Delimiters_that_are_the_same_are_refused() =>
        Assert.Throws<ArgumentException>(() => new JinjaEnvironment(new JinjaOptions { Syntax = new JinjaSyntax { BlockStart = "{{" } }));

    [Fact]
    public void A_line_can_be_a_statement_or_hold_a_comment()
    {
        var syntax = new JinjaSyntax { LineStatementPrefix = "#", LineCommentPrefix = "##" };
        Assert.Equal("1\n2\n", Template.Render("# for i in [1,\n  2]:  \n{{ i }} ## note\n# endfor\n## note", Template.Options with { Syntax = syntax }));
    }

    [Fact]
    public void Lines_and_columns_are_counted_through_every_kind_of_newline()
    {
        var error = Template.Fails("a\r\nb\r c\n  {{ nothing }}");
        Assert.Equal((4, 6), (error.Line, error.Column));
    }
}
