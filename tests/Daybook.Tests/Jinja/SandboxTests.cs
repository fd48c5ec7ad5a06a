using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

public class SandboxTests
{
    [Theory]
    [InlineData("{{ ''.__class__ }}", "access to attribute '__class__' of 'str' object is unsafe.")]
    [InlineData("{{ ''['__class__'] }}", "access to attribute '__class__' of 'str' object is unsafe.")]
    [InlineData("{{ [].__class__.__base__ }}", "access to attribute '__class__' of 'list' object is unsafe.")]
    [InlineData("{{ {}.__init__ }}", "access to attribute '__init__' of 'dict' object is unsafe.")]
    [InlineData("{{ '{0.__class__}'.format(1) }}", "access to attribute '__class__' of 'int' object is unsafe.")]
    [InlineData("{{ range.__globals__ }}", "access to attribute '__globals__' of 'function' object is unsafe.")]
    public void Attributes_that_begin_with_underscores_are_unsafe(string source, string message)
    {
        var error = Template.Fails(source);
        Assert.Equal(("SecurityError", message), (error.Kind, error.Message));
    }

    [Theory]
    [InlineData("GetType")]
    [InlineData("ToString")]
    [InlineData("Length")]
    [InlineData("Items")]
    [InlineData("Count")]
    public void No_dotnet_member_is_reachable(string member)
    {
        foreach (var value in new[] { "'text'", "[1]", "{'a': 1}", "(1,)", "1", "1.5", "true", "none", "range(3)", "range", "namespace()", "cycler(1)", "joiner()", "self", "day" })
        {
            var options = Template.Options.AddGlobal("day", new DateOnly(2025, 6, 11));
            Assert.Equal("UndefinedError", Template.Fails($"{{{{ {value}.{member} }}}}", "{}", options).Kind);
            Assert.Equal("UndefinedError", Template.Fails($"{{{{ {value}['{member}'] }}}}", "{}", options).Kind);
        }
    }

    [Fact]
    public void Objects_that_are_not_data_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => JinjaValue.From(new { Secret = 1 }));
        Assert.Contains("is not data that a template may see", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_limited()
    {
        var limits = Template.Options with { Limits = new RenderLimits { OutputLength = 10_000 } };
        Assert.Equal(10_000, Template.Render("{% for i in range(1000) %}0123456789{% endfor %}", limits).Length);
        var error = Template.Fails("{% for i in range(1000) %}0123456789{% endfor %}!", "{}", limits);
        Assert.Equal(("LimitError", "the output is longer than the limit of 10000 characters"), (error.Kind, error.Message));
        Assert.Equal("LimitError", Template.Fails("{% for i in range(1000) %}{{ i }}{{ 'x' * 100 }}{% endfor %}", "{}", limits).Kind);
    }

    [Theory]
    [InlineData("{% for i in range(1000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}")]
    [InlineData("{% macro m() %}{% endmacro %}{% for i in range(60000) %}{{ m() }}{% endfor %}")]
    [InlineData("{% for i in range(1000) %}{{ range(1000)|map('string')|list|length }}{% endfor %}")]
    public void Steps_are_limited(string source)
    {
        var error = Template.Fails(source, "{}", Template.Options with { Limits = new RenderLimits { Steps = 100_000 } });
        Assert.Equal("the template takes more than the limit of 100000 steps (loop iterations and calls)", error.Message);
    }

    [Fact]
    public void Time_is_limited()
    {
        var options = Template.Options with { Time = new SteppingTime(TimeSpan.FromSeconds(1)), Limits = new RenderLimits { Time = TimeSpan.FromSeconds(5) } };
        var error = Template.Fails("{% for i in range(100000) %}{% endfor %}", "{}", options);
        Assert.Equal("the template takes longer than the limit of 5 seconds", error.Message);
    }

    [Fact]
    public void A_rendering_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var template = new JinjaEnvironment().FromString("{% for i in range(100000) %}{% endfor %}");
        Assert.Throws<OperationCanceledException>(() => template.Render(new PyDict(), source.Token));
    }

    [Theory]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")]
    [InlineData("{% set l = [1] %}{% do l.append(l) %}{% for i in l recursive %}{{ loop(l) }}{% endfor %}")]
    [InlineData("{% block a %}{{ self.a() }}{% endblock %}")]
    [InlineData("{% macro m() %}{{ caller is defined }}{% call m() %}{% endcall %}{% endmacro %}{{ m() }}")]
    public void Recursion_is_limited(string source) =>
        Assert.Equal("macros, recursive loops, includes and blocks are nested deeper than the limit of 200", Template.Fails(source).Message);

    [Fact]
    public void Recursion_is_limited_by_the_stack_as_well()
    {
        var options = Template.Options with { Limits = new RenderLimits { Depth = int.MaxValue } };
        var deep = "{% macro m() %}{{ " + new string('(', 90) + "[m()]|first" + new string(')', 90) + " }}{% endmacro %}{{ m() }}";
        Assert.Equal("LimitError", Template.Fails(deep, "{}", options).Kind);
    }

    [Theory]
    [InlineData("{% include 'a' %}")]
    [InlineData("{% include 'a' without context %}")]
    [InlineData("{% import 'c' as c %}")]
    [InlineData("{% import 'c' as c with context %}")]
    public void Templates_that_include_or_import_each_other_without_end_are_named(string source)
    {
        var templates = new Dictionary<string, string>
        {
            ["a"] = "{% include 'b' %}",
            ["b"] = "{% include 'a' %}",
            ["c"] = "{% import 'd' as d %}",
            ["d"] = "{% import 'c' as c %}",
        };
        var message = Template.Fails(source, "{}", Template.Options.UseTemplates(templates)).Message;
        Assert.Matches("templates include or import each other without end: (a -> b -> a|b -> a -> b|c -> d -> c|d -> c -> d)", message);
    }

    [Theory]
    [InlineData("{{ range(100001) }}", "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).")]
    [InlineData("{{ range(10 ** 30) }}", "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).")]
    public void Ranges_are_limited(string source, string message) => Assert.Equal(message, Template.Fails(source).Message);

    [Theory]
    [InlineData("{{ 'x' * 10 ** 9 }}")]
    [InlineData("{{ [0] * 10 ** 9 }}")]
    [InlineData("{{ (0,) * 10 ** 9 }}")]
    [InlineData("{{ 10 ** (10 ** 9) }}")]
    [InlineData("{{ '%999999999d' % 1 }}")]
    [InlineData("{{ '{:999999999}'.format(1) }}")]
    [InlineData("{{ 'x'.center(999999999) }}")]
    [InlineData("{{ ('x' * 1000000).replace('x', 'y' * 1000000) }}")]
    [InlineData("{{ ('x' * 100000).join(['y'] * 100000) }}")]
    [InlineData("{% set ns = namespace(s='x') %}{% for i in range(100) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}")]
    [InlineData("{% set ns = namespace(s=[1]) %}{% for i in range(100) %}{% set ns.s = ns.s + ns.s %}{% endfor %}")]
    [InlineData("{% set ns = namespace(l=[]) %}{% for i in range(1000) %}{% do ns.l.append('x' * 1000000) %}{% endfor %}")]
    [InlineData("{% set ns = namespace(l=[]) %}{% for i in range(3000) %}{% do ns.l.append(range(100000)|list) %}{% endfor %}")]
    [InlineData("{% set ns = namespace(l=[]) %}{% for i in range(1000) %}{% do ns.l.append('x'.center(1000000)) %}{% endfor %}")]
    [InlineData("{% set ns = namespace(l=[], d=dict.fromkeys(range(100000))) %}{% for i in range(3000) %}{% do ns.l.append(dict(ns.d)) %}{% endfor %}")]
    [InlineData("{% macro m(s) %}{{ s }}{{ s }}{% endmacro %}{% set ns = namespace(s='x' * 1000) %}{% for i in range(50) %}{% set ns.s = m(ns.s) %}{% endfor %}")]
    public void Values_are_limited_before_they_are_made(string source)
    {
        var options = Template.Options with { Limits = new RenderLimits { TotalSize = 3_000_000 } };
        var error = Template.Fails(source, "{}", options);
        Assert.Equal("LimitError", error.Kind);
        Assert.DoesNotContain("seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_nested_in_itself_and_data_nested_too_deeply_end_in_an_error()
    {
        Assert.Equal("[[...]]", Template.Render("{% set l = [] %}{% do l.append(l) %}{{ l }}"));
        Template.Fails("{% set ns = namespace(l=[]) %}{% for i in range(50000) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}");
    }

    [Fact]
    public void Shared_data_cannot_be_changed_by_a_template()
    {
        var data = JinjaValue.FrozenContext(new Dictionary<string, object?> { ["l"] = new[] { 1, 2 }, ["d"] = new Dictionary<string, object?> { ["a"] = 1 } });
        foreach (var source in new[] { "{% do l.append(3) %}", "{% do d.update(b=1) %}", "{% do l.sort() %}", "{% do d.pop('a') %}" })
        {
            var error = Assert.Throws<JinjaException>(() => new JinjaEnvironment().FromString(source).Render(data)).Error;
            Assert.Contains("passed to the template", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_failed_rendering_writes_nothing()
    {
        using var writer = new StringWriter();
        Assert.Throws<JinjaException>(() => new JinjaEnvironment().FromString("before {{ nothing }}").Render(writer, new PyDict()));
        Assert.Equal("", writer.ToString());
    }

    /// <summary>A clock that goes on by a fixed step each time it is read.</summary>
    private sealed class SteppingTime(TimeSpan step) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += step.Ticks;
    }
}
