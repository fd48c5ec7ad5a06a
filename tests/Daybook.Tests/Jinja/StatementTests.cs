namespace Daybook.Tests.Jinja;

public class StatementTests
{
    private const string Data = """
        {"x": 3, "l": [1, 2, 3], "users": [{"name": "A", "age": 3}, {"name": "B", "age": 5}],
         "tree": [{"v": 1, "c": [{"v": 2, "c": [{"v": 3, "c": []}]}]}, {"v": 4, "c": []}]}
        """;

    [Theory]
    [InlineData("{% for i in l %}{{ i }},{% endfor %}", "1,2,3,")]
    [InlineData("{% for i in [] %}x{% else %}empty{% endfor %}", "empty")]
    [InlineData("{% for k, v in [(1, 2), [3, 4]] %}{{ k }}={{ v }};{% endfor %}", "1=2;3=4;")]
    [InlineData("{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "123")]
    [InlineData("{% for u in users if u.age > 4 %}{{ loop.index }}{{ u.name }}/{{ loop.length }}{% else %}none{% endfor %}", "1B/1")]
    [InlineData("{% for u in users if u.age > 9 %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for i in 'ab' %}{{ i }}.{% endfor %}", "a.b.")]
    [InlineData("{% for k in {'p': 1, 'q': 2} %}{{ k }}{% endfor %}", "pq")]
    [InlineData("{% for i in l %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13")]
    [InlineData("{% for i in l %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %}", "1")]
    [InlineData("{% for n in tree recursive %}{{ n.v }}({{ loop(n.c) }}){{ loop.depth }}{{ loop.depth0 }} {% endfor %}", "1(2(3()32 )21 )10 4()10 ")]
    public void For_runs_its_body_for_each_item(string source, string expected) => Assert.Equal(expected, Template.Render(source, Data));

    [Theory]
    [InlineData("index", "123")]
    [InlineData("index0", "012")]
    [InlineData("revindex", "321")]
    [InlineData("revindex0", "210")]
    [InlineData("first", "TrueFalseFalse")]
    [InlineData("last", "FalseFalseTrue")]
    [InlineData("length", "333")]
    [InlineData("depth", "111")]
    [InlineData("cycle('a', 'b')", "aba")]
    [InlineData("changed(i > 1)", "TrueTrueFalse")]
    [InlineData("previtem is defined", "FalseTrueTrue")]
    [InlineData("nextitem is defined", "TrueTrueFalse")]
    public void Loop_knows_where_it_is(string member, string expected) =>
        Assert.Equal(expected, Template.Render($"{{% for i in l %}}{{{{ loop.{member} }}}}{{% endfor %}}", Data));

    [Fact]
    public void Loop_counts_items_that_come_from_a_filter_condition() =>
        Assert.Equal("1/2 2/2 ", Template.Render("{% for i in l if i != 2 %}{{ loop.index }}/{{ loop.length }} {% endfor %}", Data));

    [Theory]
    [InlineData("{% if x > 5 %}a{% elif x > 2 %}b{% else %}c{% endif %}", "b")]
    [InlineData("{% if false %}a{% elif false %}b{% else %}c{% endif %}", "c")]
    [InlineData("{% if [] %}a{% endif %}", "")]
    [InlineData("{% if x: %}a{% endif %}", "a")]
    public void If_takes_the_first_branch_that_holds(string source, string expected) => Assert.Equal(expected, Template.Render(source, Data));

    [Theory]
    [InlineData("{% set a, b = 1, 2 %}{{ a }}{{ b }}", "12")]
    [InlineData("{% set t %}n{{ x }}{% endset %}[{{ t }}]", "[n3]")]
    [InlineData("{% set ns = namespace(n=1, o={}) %}{% for i in l %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}", "7")]
    [InlineData("{% with a=1, b=x %}{{ a }}{{ b }}{% endwith %}", "13")]
    [InlineData("{% with %}{% set x = 9 %}{{ x }}{% endwith %}{{ x }}", "93")]
    [InlineData("{% do l.append(4) %}{{ l }}", "[1, 2, 3, 4]")]
    [InlineData("{% print x, 'a' %}", "3a")]
    public void Set_with_and_do_work_on_names(string source, string expected) => Assert.Equal(expected, Template.Render(source, Data));

    [Theory]
    [InlineData("{% set y = 1 %}{% for i in l %}{% set y = i %}{{ y }}{% endfor %}{{ y }}", "1231")]
    [InlineData("{% for i in l %}{{ i }}{% endfor %}{{ i is defined }}", "123False")]
    [InlineData("{% if x %}{% set q = 1 %}{% endif %}{{ q }}", "1")]
    [InlineData("{% for i in l %}{% if i == 2 %}{% set z = i %}{% endif %}{{ z|default('-') }}{% endfor %}", "-2-")]
    [InlineData("{% set x = 5 %}{% macro f() %}{{ x }}{% endmacro %}{% set x = 6 %}{{ f() }}", "6")]
    [InlineData("{% for i in l %}{% macro f() %}{{ i }}{% endmacro %}{{ f() }}{% endfor %}", "123")]
    [InlineData("{% for x in l %}{{ x }}{% endfor %}{{ x }}", "1233")]
    [InlineData("{% with x=1 %}{% with y=x %}{{ x }}{{ y }}{% endwith %}{% endwith %}{{ x }}", "113")]
    [InlineData("{% with x=1, y=x %}{{ y }}{% endwith %}", "3")]
    [InlineData("{% set ns = namespace() %}{% for i in l %}{% macro m() %}{{ i is defined }}{% endmacro %}{% set ns.m = m %}{% endfor %}{{ ns.m() }}", "False")]
    public void Scopes_end_where_Jinja2_ends_them(string source, string expected) => Assert.Equal(expected, Template.Render(source, Data));

    [Fact]
    public void Break_and_do_can_be_switched_off()
    {
        var options = Template.Options with { Syntax = new() { DoStatement = false, LoopControls = false } };
        Assert.Contains("switched off", Template.Fails("{% do 1 %}", "{}", options).Advice, StringComparison.Ordinal);
        Assert.Contains("switched off", Template.Fails("{% for i in l %}{% break %}{% endfor %}", Data, options).Advice, StringComparison.Ordinal);
    }
}
