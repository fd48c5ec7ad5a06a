namespace Daybook.Tests.Jinja;

public class ExpressionTests
{
    private const string Data = """{"x": 3, "s": "a<b", "l": [1, 2, 3], "d": {"a": 1, "b": [1, 2], "items": "shadow"}, "n": null}""";

    [Theory]
    [InlineData("42 1_000 0x1F 0o17 0b101", "42 1000 31 15 5")]
    [InlineData("2.5 1e3 1.5e-7 1_0.5 42.0", "2.5 1000.0 1.5e-07 10.5 42.0")]
    [InlineData("'a' 'b'", "ab")]
    [InlineData(@"'\x41\u00e9\n\t\\\'\101\q'", "A\u00e9\n\t\\'A\\q")]
    [InlineData("true false none True False None", "True False None True False None")]
    [InlineData("[1, 'a', none,]", "[1, 'a', None]")]
    [InlineData("(1, 2) (1,) () (1)", "(1, 2) (1,) () 1")]
    [InlineData("{'a': 1, 2: [3],}", "{'a': 1, 2: [3]}")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void Literals_are_read_as_Python_reads_them(string literals, string expected)
    {
        var isMany = !literals.Contains(',') && !literals.Contains('\'');
        var source = isMany || literals.StartsWith("(1, 2) ", StringComparison.Ordinal)
            ? string.Join(' ', literals.Replace(", ", ",\u00a0", StringComparison.Ordinal).Split(' ').Select(literal => $"{{{{ {literal} }}}}"))
            : $"{{{{ {literals} }}}}";
        Assert.Equal(expected, Template.Render(source));
    }

    [Theory]
    [InlineData("7 / 2", "3.5")]
    [InlineData("7 // 2", "3")]
    [InlineData("-7 // 2", "-4")]
    [InlineData("-7 % 3", "2")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("-2 ** 2", "4")]
    [InlineData("2 ** 100", "1267650600228229401496703205376")]
    [InlineData("1 + 2 * 3 - 4", "3")]
    [InlineData("'a' ~ 1 ~ none", "a1None")]
    [InlineData("1 ~ 2 + 3", "TypeError")]
    [InlineData("'ab' * 2 + 'c'", "ababc")]
    [InlineData("[1] + [2] * 2", "[1, 2, 2]")]
    [InlineData("'%s is %d' % ('x', 3)", "x is 3")]
    [InlineData("1 < 2 < 3", "True")]
    [InlineData("1 < 3 < 2", "False")]
    [InlineData("3 in l and 4 not in l", "True")]
    [InlineData("not x == 3", "False")]
    [InlineData("not x in l", "False")]
    [InlineData("'' or 'b' and 'c'", "c")]
    [InlineData("0 or none", "None")]
    [InlineData("'y' if x > 2 else 'n'", "y")]
    [InlineData("1 if false else 2 if false else 3", "3")]
    [InlineData("x if x", "3")]
    [InlineData("1 == 1.0 == true", "True")]
    public void Operators_bind_and_compute_as_in_Jinja2(string expression, string expected)
    {
        var source = $"{{{{ {expression} }}}}";
        if (expected.EndsWith("Error", StringComparison.Ordinal))
            Assert.Equal(expected, Template.Fails(source, Data).Kind);
        else
            Assert.Equal(expected, Template.Render(source, Data));
    }

    [Theory]
    [InlineData("d.a", "1")]
    [InlineData("d['a']", "1")]
    [InlineData("d.b.1", "2")]
    [InlineData("d['b'][-1]", "2")]
    [InlineData("d['items']", "shadow")]
    [InlineData("l[1:]", "[2, 3]")]
    [InlineData("l[::-1]", "[3, 2, 1]")]
    [InlineData("l[:-1]", "[1, 2]")]
    [InlineData("'abc'[1]", "b")]
    [InlineData("(1, 2, 3)[1:2]", "(2,)")]
    [InlineData("[[1, 2], [3]][0][1]", "2")]
    [InlineData("{(1, 2): 'pair'}[1, 2]", "pair")]
    public void Attributes_items_and_slices_reach_into_data(string expression, string expected) =>
        Assert.Equal(expected, Template.Render($"{{{{ {expression} }}}}", Data));

    [Fact]
    public void A_method_wins_over_an_item_after_a_dot_and_the_item_wins_in_brackets()
    {
        Assert.Equal("[('a', 1)]", Template.Render("{% set d = {'a': 1} %}{{ [] + d.items()|list }}"));
        Assert.Equal("mine", Template.Render("{% set d = {'items': 'mine'} %}{{ d['items'] }}"));
    }

    [Fact]
    public void Keyword_and_starred_arguments_reach_the_parameters() =>
        Assert.Equal(
            "1-2-3 1-2-3 1-9-3",
            Template.Render("""
                {%- macro m(a, b=9, c=8) %}{{ a }}-{{ b }}-{{ c }}{% endmacro -%}
                {{ m(1, c=3, b=2) }} {{ m(*[1, 2], **{'c': 3}) }} {{ m(1, c=3) }}
                """));

    [Fact]
    public void An_inline_if_without_else_is_undefined_even_in_a_strict_environment() => Assert.Equal("[]", Template.Render("[{{ 'x' if false }}]"));
}
