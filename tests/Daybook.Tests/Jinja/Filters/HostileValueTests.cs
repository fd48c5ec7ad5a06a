using Daybook.Jinja;

namespace Daybook.Tests.Jinja.Filters;

public sealed class HostileValueTests
{
    private const string Nested = "{% set ns = namespace(a=[1], b=[1], t=(1,), u=(1,)) %}{% for i in range(60) %}{% set ns.a = [ns.a, ns.a] %}"
        + "{% set ns.b = [ns.b, ns.b] %}{% set ns.t = (ns.t, ns.t) %}{% set ns.u = (ns.u, ns.u) %}{% endfor %}";

    [Theory]
    [InlineData("'%.1000000000f' % 1")]
    [InlineData("'%*d' % (10 ** 9, 1)")]
    [InlineData("'{:.99999999f}'.format(1.5)")]
    [InlineData("'{:{}}'.format(1, 10 ** 9)")]
    [InlineData("'a'|center(10 ** 9)")]
    [InlineData("'a'.ljust(10 ** 12)")]
    [InlineData("'a'.zfill(10 ** 9)")]
    [InlineData("('\\t' * 1000).expandtabs(10 ** 6)")]
    [InlineData("('a' * 1000000)|replace('', 'b' * 1000)")]
    [InlineData("('a' * 1000000).translate({97: 'b' * 1000})")]
    [InlineData("[1, 2]|batch(10 ** 9, 0)|list")]
    [InlineData("[1]|slice(10 ** 9)|list")]
    [InlineData("('x\\n' * 100000)|indent('y' * 1000)")]
    [InlineData("'x'|indent(10 ** 9)")]
    [InlineData("(['b' * 1000000] * 100)|join")]
    [InlineData("([1] * 100000)|map('center', 1000000)|list")]
    [InlineData("([('a' * 100000)] * 5000)|map('list')|list")]
    [InlineData("([[1] * 1000] * 100000)|sum(start=[])")]
    [InlineData("('<' * 9000000)|e")]
    [InlineData("lipsum(10 ** 9)")]
    [InlineData("2 ** 262143 * 2 ** 262143")]
    public void A_filter_or_method_that_would_make_too_much_is_stopped(string expression)
        => Assert.Equal("LimitError", Template.Fails($"{{{{ {expression} }}}}").Kind);

    [Theory]
    [InlineData("ns.a == ns.b")]
    [InlineData("ns.a < ns.b")]
    [InlineData("ns.a in [ns.b]")]
    [InlineData("[ns.a, ns.b]|sort")]
    [InlineData("[ns.t, ns.u]|unique|list")]
    [InlineData("{ns.t: 1}")]
    [InlineData("ns.a")]
    [InlineData("ns.a|pprint")]
    [InlineData("ns.a|tojson")]
    [InlineData("'%s' % (ns.a,)")]
    public void Work_that_doubles_with_every_level_of_nesting_ends_in_time(string expression)
    {
        var limits = new RenderLimits { Time = TimeSpan.FromMilliseconds(300) };
        Assert.Equal("LimitError", Template.Fails($"{Nested}{{{{ {expression} }}}}", options: new JinjaOptions { Limits = limits }).Kind);
    }

    [Theory]
    [InlineData("('a' * 400000)|wordwrap(2)|length")]
    [InlineData("('a-' * 100000)|wordwrap(3)|length")]
    [InlineData("('http://a' + '.a' * 50000 + '!')|urlize|length")]
    [InlineData("('(' * 100000)|urlize|length")]
    [InlineData("('a@' * 100000)|urlize|length")]
    [InlineData("('&lt;' * 100000)|urlize|length")]
    [InlineData("('<!--' * 500000)|striptags|length")]
    [InlineData("('&amp' * 300000)|striptags|length")]
    [InlineData("('\u03a3' * 300000)|lower|length")]
    [InlineData("('a ' * 300000)|pprint|length")]
    public void Long_texts_are_dealt_with_in_time_that_grows_with_their_length(string expression)
        => Assert.NotEqual("0", Template.Render($"{{{{ {expression} }}}}"));
}
