namespace Daybook.Tests.Jinja;

public class InheritanceTests
{
    private static readonly Dictionary<string, string> Templates = new()
    {
        ["base"] = "<{% block head %}H{% endblock %}|{% block body %}B{{ x }}{% endblock %}>",
        ["mid"] = "{% extends 'base' %}{% block body %}mid {{ super() }}{% endblock %}",
        ["inc"] = "[{{ x }}{{ y|default('-') }}]",
        ["mod"] = "{% macro m(a) %}m{{ a }}{{ x|default('?') }}{% endmacro %}{% set v = 7 %}{% set _hidden = 1 %}text",
        ["count"] = "{{ n }}{% if n %}{% set n = n - 1 %}{% include 'count' %}{% endif %}",
        ["needs"] = "{% block a required %}{% endblock %}",
    };

    [Theory]
    [InlineData("{% extends 'base' %}{% block body %}child {{ super() }}{% endblock %}ignored", "<H|child B3>")]
    [InlineData("{% extends 'mid' %}{% block body %}c {{ super.super() }} {{ super() }}{% endblock %}", "<H|c B3 mid B3>")]
    [InlineData("{% extends 'mid' %}{% block head %}{{ self.body() }}{% endblock %}", "<mid B3|mid B3>")]
    [InlineData("{% extends 'ba' ~ 'se' %}{% block head %}{% endblock head %}", "<|B3>")]
    [InlineData("{% if x %}{% extends 'base' %}{% endif %}{% block body %}Z{% endblock %}", "<H|Z>")]
    [InlineData("{% if not x %}{% extends 'base' %}{% endif %}{% block body %}Z{% endblock %}!", "Z!")]
    [InlineData("{% for i in [1, 2] %}{% block b scoped %}{{ i }}{{ loop.index }}{% endblock %}{% endfor %}", "1122")]
    [InlineData("{% for i in [1, 2] %}{% block b %}{{ i is defined }}{% endblock %}{% endfor %}", "FalseFalse")]
    [InlineData("{% extends 'base' %}{% set q = 4 %}{% macro f() %}F{% endmacro %}{% block body %}{{ q }}{{ f() }}{% endblock %}", "<H|4F>")]
    [InlineData("{% extends 'needs' %}{% block a %}ok{% endblock %}", "ok")]
    [InlineData("{% set y = 2 %}{% include 'inc' %}", "[32]")]
    [InlineData("{% for y in [1, 2] %}{% include 'inc' %}{% endfor %}", "[31][32]")]
    [InlineData("{% include ['none', 'inc'] %}", "[3-]")]
    [InlineData("{% include 'none' ignore missing %}ok", "ok")]
    [InlineData("{% include ['none'] ignore missing with context %}ok", "ok")]
    [InlineData("{% set n = 2 %}{% include 'count' %}", "210")]
    [InlineData("{% import 'mod' as m %}{{ m.m(1) }}{{ m.v }}", "m1?7")]
    [InlineData("{% import 'mod' as m with context %}{{ m.m(1) }}", "m13")]
    [InlineData("{% from 'mod' import m, v as w %}{{ m(2) }}{{ w }}", "m2?7")]
    [InlineData("{% from 'mod' import m with context %}{{ m(2) }}", "m23")]
    [InlineData("{% import 'mod' as m %}{{ m }}{{ m._hidden is defined }}", "textFalse")]
    public void Templates_build_on_each_other(string source, string expected) =>
        Assert.Equal(expected, Template.Render(source, """{"x": 3}""", Template.Options.UseTemplates(Templates)));

    [Theory]
    [InlineData("{% extends 'none' %}", "there is no template called 'none'")]
    [InlineData("{% include ['p', 'q'] %}", "none of the templates given were found: p, q")]
    [InlineData("{% extends 'needs' %}", "Required block 'a' not found")]
    [InlineData("{% from 'mod' import nope %}{{ nope }}", "the template 'mod' (imported on line 1 in '<template>') does not export the requested name 'nope'")]
    [InlineData("{% extends 'base' %}{% extends 'base' %}", "extended multiple times")]
    [InlineData("{% extends 'base' %}{% block body %}{{ super.super() }}{% endblock %}", "there is no parent block called 'body'.")]
    [InlineData("{% block a %}{% endblock %}{% block a %}{% endblock %}", "block 'a' defined twice")]
    [InlineData("{% for i in [1] %}{% extends 'base' %}{% endfor %}", "cannot use extend from a non top-level scope")]
    [InlineData("{% from 'mod' import _hidden %}", "names starting with an underline can not be imported")]
    public void What_cannot_be_built_says_why(string source, string message) =>
        Assert.Equal(message, Template.Fails(source, """{"x": 3}""", Template.Options.UseTemplates(Templates)).Message);

    [Fact]
    public void Templates_that_extend_each_other_in_a_circle_are_refused()
    {
        var templates = new Dictionary<string, string> { ["a"] = "{% extends 'b' %}", ["b"] = "\n{% extends 'a' %}" };
        var error = Template.Fails("{% extends 'a' %}", "{}", Template.Options.UseTemplates(templates));
        Assert.Equal("templates extend each other in a circle: <template> -> a -> b -> a", error.Message);
        Assert.Equal(("b", 2), (error.TemplateName, error.Line));
    }

    [Fact]
    public void Names_that_leave_their_folder_never_reach_the_loader()
    {
        var asked = new List<string>();
        var options = Template.Options with
        {
            Loader = name =>
            {
                asked.Add(name);
                return null;
            },
        };
        Template.Fails("{% include '../secret' %}", "{}", options);
        Template.Fails("{% include 'a/../../secret' %}", "{}", options);
        Template.Fails("""{% include 'a\\secret' %}""", "{}", options);
        Assert.Empty(asked);
    }
}
