namespace Daybook.Tests.Jinja;

public class SyntaxErrorTests
{
    [Theory]
    [InlineData("{% for i in l %}", 1, 17, "Unexpected end of template. Jinja was looking for the following tags: 'endfor' or 'else'. The innermost block that needs to be closed is 'for'.", null)]
    [InlineData("{% for i in l %}{% endfro %}", 1, 20, "Encountered unknown tag 'endfro'. Jinja was looking for the following tags: 'endfor' or 'else'. The innermost block that needs to be closed is 'for'.", "did you mean 'endfor'?")]
    [InlineData("{% if a %}{% for i in l %}{% endif %}", 1, 30, "Encountered unknown tag 'endif'. You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for 'endfor' or 'else'. The innermost block that needs to be closed is 'for'.", null)]
    [InlineData("{% inculde 'a' %}", 1, 4, "Encountered unknown tag 'inculde'.", "did you mean 'include'?")]
    [InlineData("{% if a %}{% elseif b %}{% endif %}", 1, 14, "Encountered unknown tag 'elseif'. Jinja was looking for the following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.", "did you mean 'elif'?")]
    [InlineData("{% trans %}Hello{% endtrans %}", 1, 4, "Encountered unknown tag 'trans'.", "translation is an extension of Jinja2 that does not exist here; write the text itself")]
    [InlineData("{% debug %}", 1, 4, "Encountered unknown tag 'debug'.", "debug is an extension of Jinja2 that does not exist here; print what you want to see, such as {{ name | pprint }}")]
    [InlineData("a\n{{ x y }}", 2, 6, "expected token 'end of print statement', got 'y'", null)]
    [InlineData("{{ x 'y' }}", 1, 6, "expected token 'end of print statement', got ''y''", "an operator or a comma is missing before it")]
    [InlineData("{% if a = 1 %}{% endif %}", 1, 9, "expected token 'end of statement block', got '='", "write == to compare")]
    [InlineData("{{ x", 1, 5, "unexpected end of template, expected 'end of print statement'", null)]
    [InlineData("{{ }}", 1, 4, "Expected an expression, got end of print statement", null)]
    [InlineData("{{ 1 + }}", 1, 8, "unexpected end of print statement", "an expression is missing before it")]
    [InlineData("{{ 'abc }}", 1, 4, "the string that begins here is not closed", "write ' at its end")]
    [InlineData("{{ (1, 2] }}", 1, 9, "unexpected ']', expected ')'", null)]
    [InlineData("{{ a ? b }}", 1, 6, "unexpected character '?'", null)]
    [InlineData("{{ a. }}", 1, 7, "expected name or number", "after a dot stands an attribute's name or an index")]
    [InlineData("x{# never", 1, 2, "Missing end of comment tag", "close the comment with #}")]
    [InlineData("{% raw %}x", 1, 1, "Missing end of raw directive", "close it with {% endraw %}")]
    [InlineData("{% set 1 = 2 %}", 1, 8, "can't assign to 1", "a name is assigned to, or an attribute of a namespace")]
    [InlineData("{% set true = 2 %}", 1, 8, "can't assign to true", "a name is assigned to, or an attribute of a namespace")]
    [InlineData("{% for loop in l %}{% endfor %}", 1, 8, "Can't assign to special loop variable in for-loop target", null)]
    [InlineData("{{ f(a=1, 2) }}", 1, 5, "invalid syntax for function call expression", "positional arguments come first, then keyword ones, then * and **")]
    [InlineData("{{ f(a=1, a=2) }}", 1, 11, "keyword argument repeated: a", null)]
    [InlineData("{{ x is defined is none }}", 1, 17, "You cannot chain multiple tests with is", "combine them with 'and'")]
    [InlineData("{% call 5 %}{% endcall %}", 1, 9, "expected call", "write a macro call after call: {% call name() %}")]
    [InlineData("{% break %}", 1, 4, "'break' outside of a loop", "break stands inside a for loop, in the same macro, block, set or filter")]
    [InlineData("{% block my-block %}{% endblock %}", 1, 12, "Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.", null)]
    [InlineData("{% block a required %}x{% endblock %}", 1, 4, "Required blocks can only contain comments or whitespace", null)]
    [InlineData("{{ 1 | uper }}", 1, 8, "No filter named 'uper'.", "did you mean 'upper'?")]
    [InlineData("{{ 1 is evn }}", 1, 9, "No test named 'evn'.", "did you mean 'even'?")]
    [InlineData("""{{ '\x4' }}""", 1, 4, "truncated \\xXX escape", null)]
    public void The_error_says_where_what_and_what_to_do(string source, int line, int column, string message, string? advice)
    {
        var error = Template.Fails(source);
        Assert.Equal(("TemplateSyntaxError", line, column, message, advice), (error.Kind, error.Line, error.Column, error.Message, error.Advice));
    }

    [Fact]
    public void An_unknown_filter_inside_a_condition_fails_only_when_it_is_used()
    {
        Assert.Equal("", Template.Render("{% if false %}{{ 1 | nothing }}{% endif %}"));
        Assert.Equal("No filter named 'uper' found. did you mean 'upper'?", Template.Fails("{% if true %}{{ 1 | uper }}{% endif %}").Message);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("not ", "")]
    [InlineData("f(", ")")]
    public void Deep_nesting_is_refused_before_it_exhausts_the_stack(string open, string close)
    {
        var source = "{{ " + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)) + " }}";
        Assert.Contains("nested more than 200 deep", Template.Fails(source).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_chains_are_refused_like_deep_nesting()
    {
        Assert.Contains("nested more than 200 deep", Template.Fails("{{ 1" + string.Concat(Enumerable.Repeat("+1", 100_000)) + " }}").Message, StringComparison.Ordinal);
        Assert.Contains("nested more than 100 deep", Template.Fails(string.Concat(Enumerable.Repeat("{% if 1 %}", 100_000))).Message, StringComparison.Ordinal);
    }
}
