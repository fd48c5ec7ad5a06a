using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

public class UndefinedTests
{
    private const string Data = """{"d": {"a": 1}}""";

    [Theory]
    [InlineData("{{ u }}", "error", "", "", "{{ u }}")]
    [InlineData("{{ d.z }}", "error", "", "", "{{ no such element: dict object['z'] }}")]
    [InlineData("{{ u.a }}", "error", "error", "", "error")]
    [InlineData("{{ u.a.b['c'] }}", "error", "error", "", "error")]
    [InlineData("{{ u + 1 }}", "error", "error", "error", "error")]
    [InlineData("{{ 1 < u }}", "error", "error", "error", "error")]
    [InlineData("{{ u() }}", "error", "error", "error", "error")]
    [InlineData("{{ -u }}", "error", "error", "error", "error")]
    [InlineData("{% if u %}y{% else %}n{% endif %}", "error", "n", "n", "n")]
    [InlineData("{% for i in u %}{% else %}none{% endfor %}", "error", "none", "none", "none")]
    [InlineData("{{ u == 1 }}", "error", "False", "False", "False")]
    [InlineData("{{ u == w }}", "error", "True", "True", "True")]
    [InlineData("{{ u is defined }}", "False", "False", "False", "False")]
    [InlineData("{{ u is undefined }}", "True", "True", "True", "True")]
    [InlineData("{{ u|default('x') }}", "x", "x", "x", "x")]
    [InlineData("{{ 'a' ~ u }}", "error", "a", "a", "a{{ u }}")]
    [InlineData("{{ 1 in u }}", "error", "False", "False", "False")]
    [InlineData("{{ u and 1 }}", "error", "", "", "{{ u }}")]
    public void Each_kind_allows_what_its_Jinja2_class_allows(string source, string strict, string @default, string chainable, string debug)
    {
        (UndefinedKind Kind, string Expected)[] kinds =
        [
            (UndefinedKind.Strict, strict), (UndefinedKind.Default, @default), (UndefinedKind.Chainable, chainable), (UndefinedKind.Debug, debug),
        ];
        foreach (var (kind, expected) in kinds)
        {
            var options = Template.Options with { Undefined = kind };
            if (expected == "error")
                Assert.Equal("UndefinedError", Template.Fails(source, Data, options).Kind);
            else
                Assert.Equal(expected, Template.Render(source, Data, options));
        }
    }

    [Theory]
    [InlineData("{{ totl }}", "'totl' is undefined", "did you mean 'total'?", 4, "totl")]
    [InlineData("x {{ total + totla }}", "'totla' is undefined", "did you mean 'total'?", 6, "total + totla")]
    [InlineData("{{ d.blocekd }}", "'dict object' has no attribute 'blocekd'", "did you mean 'blocked'?", 4, "d.blocekd")]
    [InlineData("{% for row in [1] %}{{ rwo }}{% endfor %}", "'rwo' is undefined", "did you mean 'row'?", 24, "rwo")]
    [InlineData("{{ d[7] }}", "dict object has no element 7", null, 4, "d[7]")]
    [InlineData("{{ zebra }}", "'zebra' is undefined", null, 4, "zebra")]
    [InlineData("{{ total.parts.first }}", "'int object' has no attribute 'parts'", null, 4, "total.parts.first")]
    public void The_error_names_the_place_the_expression_and_a_close_name(string source, string message, string? advice, int column, string expression)
    {
        var error = Template.Fails(source, """{"total": 1, "d": {"blocked": 2}}""");
        Assert.Equal((message, advice, 1, column, expression), (error.Message, error.Advice, error.Line, error.Column, error.Expression));
    }

    [Fact]
    public void The_whole_message_reads_as_one_line()
    {
        var error = Template.Fails("a\n{{ totl }}", """{"total": 1}""");
        Assert.Equal("<template>, line 2, column 4: 'totl' is undefined; did you mean 'total'? (in: totl)", error.ToString());
    }
}
