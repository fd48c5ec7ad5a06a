using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

public class EnvironmentTests
{
    [Fact]
    public void Dotnet_data_prints_as_Python_data()
    {
        var data = new Dictionary<string, object?>
        {
            ["values"] = new object?[] { null, true, 1, 2L, 3.5, 4.5m, 1e16f, BigInteger.Pow(10, 20), "text", (byte)7, ulong.MaxValue },
            ["dict"] = new Dictionary<string, int> { ["a"] = 1 },
            ["json"] = JsonNode.Parse("""{"i": 1, "f": 1.0, "e": 1e2, "big": 123456789012345678901, "l": [null, false]}"""),
        };
        var template = new JinjaEnvironment().FromString("{{ values }}\n{{ dict }}\n{{ json }}");
        Assert.Equal(
            """
            [None, True, 1, 2, 3.5, 4.5, 1.0000000272564224e+16, 100000000000000000000, 'text', 7, 18446744073709551615]
            {'a': 1}
            {'i': 1, 'f': 1.0, 'e': 100.0, 'big': 123456789012345678901, 'l': [None, False]}
            """,
            template.Render(data));
    }

    [Theory]
    [InlineData("{{ day }}", "2025-06-09")]
    [InlineData("{{ [day] }}", "[datetime.date(2025, 6, 9)]")]
    [InlineData("{{ day.year }}-{{ day.month }}-{{ day.day }}", "2025-6-9")]
    [InlineData("{{ day.strftime('%d %B %Y, %A, %j %-d %b %y %U %V %%') }}", "09 June 2025, Monday, 160 9 Jun 25 23 24 %")]
    [InlineData("{{ day.isoformat() }} {{ day.weekday() }} {{ day.isoweekday() }}", "2025-06-09 0 1")]
    [InlineData("{{ at }}", "2025-06-09 17:05:06.250000+02:00")]
    [InlineData("{{ at.isoformat() }}", "2025-06-09T17:05:06.250000+02:00")]
    [InlineData("{{ at.strftime('%H:%M:%S %I %p %f %z') }}", "17:05:06 05 PM 250000 +0200")]
    [InlineData("{{ at.hour }} {{ at.minute }} {{ at.second }} {{ at.microsecond }} {{ at.date() }}", "17 5 6 250000 2025-06-09")]
    [InlineData("{{ day == other }} {{ day < other }} {{ (other - day).days }}", "False True 3")]
    [InlineData("{{ day.hour is defined }}", "False")]
    public void Dates_print_and_behave_as_in_Python(string source, string expected)
    {
        var data = new Dictionary<string, object?>
        {
            ["day"] = new DateOnly(2025, 6, 9),
            ["other"] = new DateOnly(2025, 6, 12),
            ["at"] = new DateTimeOffset(2025, 6, 9, 17, 5, 6, 250, TimeSpan.FromHours(2)),
        };
        Assert.Equal(expected, new JinjaEnvironment().FromString(source).Render(data));
    }

    [Fact]
    public void Filters_tests_functions_and_values_can_be_added()
    {
        var options = Template.Options
            .AddFilter("twice", (_, arguments) => string.Concat(arguments[0], arguments[0]))
            .AddTest("short", (_, arguments) => ((string)arguments[0]!).Length < 3)
            .AddFunction("add", (_, arguments) => (long)arguments[0]! + (long)arguments[1]!)
            .AddGlobal("list_of", new[] { 1, 2 });
        Assert.Equal("abab True 3 [1, 2]", Template.Render("{{ 'ab'|twice }} {{ 'ab' is short }} {{ add(1, 2) }} {{ list_of }}", options));
    }

    [Fact]
    public void An_error_that_a_filter_raises_names_the_place_where_it_is_used()
    {
        var options = Template.Options.AddFilter("fail", (_, _) => throw new Daybook.Jinja.Python.PyException(Daybook.Jinja.Python.PyErrorKind.ValueError, "no good"));
        var error = Template.Fails("a\n {{ 1 + (2|fail) }}", "{}", options);
        Assert.Equal(("ValueError", "no good", 2, 10, "2|fail"), (error.Kind, error.Message, error.Line, error.Column, error.Expression));
    }

    [Fact]
    public void Plain_values_print_as_people_outside_Python_write_them() =>
        Assert.Equal("[] true false 1.5", Template.Render("[{{ none }}] {{ 1 == 1 }} {{ false }} {{ 1.5 }}", Template.Options with { PlainValues = true }));

    [Fact]
    public void Undeclared_variables_are_listed_with_their_places()
    {
        var template = new JinjaEnvironment().FromString(
            "{% set a = b %}{{ a }}\n{% for i in items %}{{ i }}{{ c }}{{ loop.index }}{% endfor %}{% macro m(p) %}{{ p }}{{ d }}{% endmacro %}{{ m(range(3)) }}");
        Assert.Equal(
            [new UndeclaredVariable("b", 1, 12), new UndeclaredVariable("items", 2, 13), new UndeclaredVariable("c", 2, 31), new UndeclaredVariable("d", 2, 89)],
            template.UndeclaredVariables);
    }

    [Fact]
    public void An_expression_gives_its_value()
    {
        var environment = new JinjaEnvironment();
        var data = Template.Data("""{"x": 3}""");
        Assert.Equal(7L, environment.CompileExpression("x * 2 + 1").Evaluate(data));
        Assert.True(environment.CompileExpression("x > 2 and x in [3]").IsTrue(data));
        Assert.IsType<Undefined>(environment.CompileExpression("nothing").Evaluate(data));
        Assert.Equal([new UndeclaredVariable("y", 1, 5)], environment.CompileExpression("1 + y").UndeclaredVariables);
        var error = Assert.Throws<JinjaException>(() => environment.CompileExpression("x +", "condition")).Error;
        Assert.Equal(("condition", 4), (error.TemplateName, error.Column));
        Assert.Throws<JinjaException>(() => environment.CompileExpression("x }} {{ y"));
        Assert.Equal("UndefinedError", Assert.Throws<JinjaException>(() => environment.CompileExpression("nothing").IsTrue(data)).Error.Kind);
    }

    [Fact]
    public void The_same_text_is_compiled_once()
    {
        var environment = new JinjaEnvironment();
        Assert.Same(environment.FromString("{{ a }}").Compiled, environment.FromString("{{ a }}").Compiled);
        Assert.NotSame(environment.FromString("{{ a }}").Compiled, environment.FromString("{{ b }}").Compiled);
        Assert.NotSame(environment.FromString("{{ a }}").Compiled, environment.FromString("{{ a }}", "named").Compiled);
    }

    [Fact]
    public void One_template_renders_on_many_threads_at_once()
    {
        var template = new JinjaEnvironment().FromString(
            "{% macro m(n) %}{% for i in range(n) %}{{ loop.index }}{% endfor %}{% endmacro %}{% set ns = namespace(t=0) %}{% for i in l %}{% set ns.t = ns.t + i %}{% endfor %}{{ ns.t }} {{ m(x) }}");
        var data = JinjaValue.Frozen(Enumerable.Range(0, 50).ToArray());
        Parallel.For(0, 2000, number =>
        {
            var expected = $"1225 {string.Concat(Enumerable.Range(1, number % 7).Select(index => index.ToString(CultureInfo.InvariantCulture)))}";
            Assert.Equal(expected, template.Render(new Dictionary<string, object?> { ["l"] = data, ["x"] = number % 7 }));
        });
    }

    [Fact]
    public void Random_numbers_are_the_same_in_each_rendering_and_differ_by_seed()
    {
        const string source = "{% for i in range(20) %}{{ range(100)|random }} {% endfor %}";
        var environment = new JinjaEnvironment(Template.Options with { Seed = 7 });
        var first = environment.FromString(source).Render(new PyDict());
        Assert.Equal(first, environment.FromString(source).Render(new PyDict()));
        Assert.NotEqual(first, Template.Render(source, Template.Options with { Seed = 8 }));
    }

    [Fact]
    public void Changes_to_converted_data_stay_in_one_rendering()
    {
        var data = new Dictionary<string, object?> { ["l"] = new List<int> { 1 } };
        var template = new JinjaEnvironment().FromString("{% do l.append(2) %}{{ l }}");
        Assert.Equal("[1, 2]", template.Render(data));
        Assert.Equal("[1, 2]", template.Render(data));
    }
}
