namespace Daybook.Tests.Jinja;

public class MacroTests
{
    [Theory]
    [InlineData("{% macro m(a, b=2) %}[{{ a }},{{ b }}]{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=5, a=4) }}", "[1,2][1,3][4,5]")]
    [InlineData("{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, z=4) }}", "1(2,){'z': 4}")]
    [InlineData("{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}", "11")]
    [InlineData("{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}", "3210")]
    [InlineData("{% macro m(a, b) %}{% endmacro %}{{ m.name }} {{ m.arguments }} {{ m.catch_kwargs }} {{ m.caller }}", "m ('a', 'b') False False")]
    [InlineData("{% macro w(t) %}<{{ caller(t) }}>{% endmacro %}{% call(q) w('hi') %}got {{ q }}{% endcall %}", "<got hi>")]
    [InlineData("{% macro w() %}{{ caller() if caller is defined else 'alone' }}{% endmacro %}{{ w() }}", "alone")]
    [InlineData("{% macro w(caller=none) %}{{ caller }}{% endmacro %}{{ w() }}", "None")]
    [InlineData("{% macro m(a) %}{{ a is defined }}{% endmacro %}{{ m() }}", "False")]
    [InlineData("{% macro a() %}A{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}", "AB")]
    public void Macros_bind_their_arguments_as_in_Jinja2(string source, string expected) => Assert.Equal(expected, Template.Render(source));

    [Theory]
    [InlineData("{% macro m() %}{% endmacro %}{{ m(1) }}", "macro 'm' takes not more than 0 argument(s)")]
    [InlineData("{% macro m() %}{% endmacro %}{{ m(z=1) }}", "macro 'm' takes no keyword argument 'z'")]
    [InlineData("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "parameter 'a' was not provided")]
    [InlineData("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}", "No caller defined")]
    [InlineData("{% macro m(a, a) %}{% endmacro %}", "duplicate argument 'a' in macro definition")]
    [InlineData("{% macro m(a=1, b) %}{% endmacro %}", "non-default argument follows default argument")]
    public void A_wrong_call_says_what_is_wrong(string source, string message) => Assert.Equal(message, Template.Fails(source).Message);
}
