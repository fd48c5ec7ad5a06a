using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

public class AutoescapeTests
{
    private const string Data = """{"s": "<a href='x'>\"&</a>", "t": "plain"}""";
    private const string Escaped = "&lt;a href=&#39;x&#39;&gt;&#34;&amp;&lt;/a&gt;";

    private static readonly JinjaOptions Html = Template.Options.UseAutoescape(AutoescapeMode.Html);

    [Theory]
    [InlineData("{{ s }}", Escaped)]
    [InlineData("{{ s|safe }}", "<a href='x'>\"&</a>")]
    [InlineData("{{ s|e }}", Escaped)]
    [InlineData("{{ s|e|e }}", Escaped)]
    [InlineData("<b>{{ '<' }}</b>", "<b>&lt;</b>")]
    [InlineData("{{ '<b>'|safe ~ '<' }}", "<b>&lt;")]
    [InlineData("{{ '<b>'|safe + '<' }}", "<b>&lt;")]
    [InlineData("{{ '<b>%s'|safe % '<' }}", "<b>&lt;")]
    [InlineData("{{ ('<b>{}'|safe).format('<') }}", "<b>&lt;")]
    [InlineData("{{ ('<br>'|safe).join(['<', '>'|safe]) }}", "&lt;<br>>")]
    [InlineData("{{ ['<', '<b>'|safe]|join(', ') }}", "&lt;, <b>")]
    [InlineData("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('<') }}", "<i>&lt;</i>")]
    [InlineData("{% set b %}<i>{{ '<' }}</i>{% endset %}{{ b }}", "<i>&lt;</i>")]
    [InlineData("{% macro m() %}<p>{{ caller() }}{% endmacro %}{% call m() %}<{{ '<' }}{% endcall %}", "<p><&lt;")]
    [InlineData("{% filter upper %}<i>{{ 'a<' }}{% endfilter %}", "<I>A&LT;")]
    [InlineData("{% block b %}<i>{% endblock %}{{ self.b() }}", "<i><i>")]
    [InlineData("{% for i in [1] recursive %}<i>{{ loop([]) }}{% endfor %}", "<i>")]
    [InlineData("{{ 1 }} {{ [1, '<'] }}", "1 [1, &#39;&lt;&#39;]")]
    public void Html_is_escaped_once_and_safe_text_stays(string source, string expected) => Assert.Equal(expected, Template.Render(source, Data, Html));

    [Theory]
    [InlineData("{% autoescape false %}{{ s }}{% endautoescape %}{{ '<' }}", "<a href='x'>\"&</a>&lt;")]
    [InlineData("{% autoescape t %}{{ '<' }}{% endautoescape %}", "&lt;")]
    [InlineData("{% autoescape not t %}{{ '<' }}{% endautoescape %}", "<")]
    [InlineData("{% autoescape 'markdown' %}{{ '*<' }}{% endautoescape %}", @"\*&lt;")]
    public void Autoescape_blocks_change_the_mode_inside(string source, string expected) => Assert.Equal(expected, Template.Render(source, Data, Html));

    [Fact]
    public void Without_autoescape_nothing_is_escaped_unless_asked()
    {
        Assert.Equal("<b> &lt;b&gt;", Template.Render("{{ '<b>' }} {{ '<b>'|e }}"));
        Assert.Equal("&lt;", Template.Render("{% autoescape true %}{{ '<' }}{% endautoescape %}"));
    }

    [Fact]
    public void The_mode_can_depend_on_the_name_of_the_template()
    {
        var options = Template.Options with { Autoescape = name => name is not null && name.EndsWith(".html", StringComparison.Ordinal) ? AutoescapeMode.Html : AutoescapeMode.None };
        var templates = new Dictionary<string, string> { ["a.html"] = "{{ '<' }}{% include 'b.txt' %}{{ '<' }}", ["b.txt"] = "{{ '<' }}" };
        Assert.Equal("&lt;<&lt;", Template.RenderWith(templates, "a.html", "{}", options));
    }

    [Theory]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("+ item", @"\+ item")]
    [InlineData("* item", @"\* item")]
    [InlineData("12. item", @"12\. item")]
    [InlineData("12) item", @"12\) item")]
    [InlineData("> quote", "&gt; quote")]
    [InlineData("a | b", @"a \| b")]
    [InlineData("[text](http://x)", @"\[text\]\(http\://x\)")]
    [InlineData("![image](x)", @"!\[image\]\(x\)")]
    [InlineData("<script>alert('x')</script>", @"&lt;script&gt;alert\(&#39;x&#39;\)&lt;/script&gt;")]
    [InlineData("`code` *em* _em_ ~~no~~", @"\`code\` \*em\* \_em\_ \~\~no\~\~")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("back\\slash", @"back\\slash")]
    [InlineData("one\ntwo\r\nthree", "one two three")]
    [InlineData("    code", " code")]
    [InlineData("trailing  ", "trailing ")]
    [InlineData("---", @"\-\-\-")]
    [InlineData("===", @"\=\=\=")]
    [InlineData("www.example.com a@b.c", @"www\.example.com a\@b.c")]
    [InlineData("it costs 3.50 at 12:30, well-known", "it costs 3.50 at 12:30, well-known")]
    public void Text_from_data_stays_text_in_Markdown(string text, string expected) =>
        Assert.Equal(
            expected,
            new JinjaEnvironment(Template.Options.UseAutoescape(AutoescapeMode.Markdown)).FromString("{{ text }}")
                .Render(new Dictionary<string, object?> { ["text"] = text }));

    [Fact]
    public void Numbers_are_not_escaped_in_Markdown() =>
        Assert.Equal("-5 1.5 True None", Template.Render("{{ -5 }} {{ 1.5 }} {{ true }} {{ none }}", Template.Options.UseAutoescape(AutoescapeMode.Markdown)));
}
