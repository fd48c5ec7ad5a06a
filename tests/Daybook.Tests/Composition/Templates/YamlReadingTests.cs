using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public class YamlReadingTests
{
    [Theory]
    [InlineData("no", "\"no\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("2026-05-04", "\"2026-05-04\"")]
    [InlineData("12:30:00", "\"12:30:00\"")]
    [InlineData("1.10", "1.10")]
    [InlineData("+5", "5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("5.", "5")]
    [InlineData("123456789012345678901234567890.12", "123456789012345678901234567890.12")]
    [InlineData("1e400", "1e400")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("True", "true")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("'12'", "\"12\"")]
    [InlineData("!!str 12", "\"12\"")]
    [InlineData("[a, {b: 1}]", "[\"a\",{\"b\":1}]")]
    public void A_value_keeps_its_meaning_and_its_digits(string written, string json)
    {
        var template = TemplateFixture.Yaml($"metadata: {{id: t, name: T, version: 1.10}}\ndatasets:\n  d:\n    source: inline\n    value: {written}\n");

        Assert.Equal(json, template.Datasets[0].Settings["value"].Json.GetRawText());
        Assert.Equal("1.10", template.Metadata.Version);
    }

    [Fact]
    public void An_alias_stands_for_the_value_it_names()
    {
        var template = TemplateFixture.Yaml("metadata: {id: t, name: T, version: '1'}\ndatasets:\n  a: {source: inline, value: &v [1, 2]}\n  b: {source: inline, value: *v}\n");

        Assert.Equal("[1,2]", template.Datasets[1].Settings["value"].Json.GetRawText());
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        var template = TemplateFixture.Yaml("\uFEFFmetadata:\r\n  id: t\r\n  name: T\r\n  version: '1'\r\nblocks:\r\n  - id: a\r\n    type: data_block\r\n    order: 1\r\n    title: A\r\n    template: |\r\n      one\r\n      two\r\n");

        var text = template.Blocks[0].Template!;
        Assert.Equal("one\ntwo\n", text.Text);
        Assert.Equal(new SourceLocation("test.yaml", 12, 7), text.PlaceOf(2, 1));
    }

    [Theory]
    [InlineData("x: [1, 2\ny: 3\n", "line 6, column", "is not closed")]
    [InlineData("x: a: b\n", "line 5, column 5", "a second ': '")]
    [InlineData("x: @a\n", "line 5, column 4", "cannot start with '@'")]
    [InlineData("x: 'a\ny: 1\n", "line 5, column 4", "not closed")]
    [InlineData("blocks:\n\t- id: a\n", "line 6, column 1", "a tab stands")]
    [InlineData("blocks:\n  a: 1\n b: 2\n", "line 7, column 2", "does not fit the indentation")]
    [InlineData("x: {{ y }}\n", "line 5, column 5", "reads '{{' without quotes")]
    [InlineData("x: *nobody\n", "line 5, column 4", "no value is named '&nobody'")]
    [InlineData("x: &a [*a]\n", "line 5, column 8", "inside the value it repeats")]
    [InlineData("x: !foo 1\n", "line 5, column 4", "the tag '!foo'")]
    [InlineData("<<: {a: 1}\n", "line 5, column 1", "merge keys")]
    [InlineData("---\nx: 1\n", "line 5, column 1", "a second document")]
    [InlineData("metadata: {}\n", "line 5, column 1", "'metadata' stands twice")]
    public void What_yaml_does_not_allow_is_explained_where_it_stands(string rest, string place, string words)
    {
        var problems = TemplateFixture.Problems(rest);

        Assert.Contains(place, problems);
        Assert.Contains(words, problems);
    }

    [Fact]
    public void Aliases_cannot_blow_a_small_file_up()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Assert.Contains("[too_many_values]", TemplateFixture.Problems(text));
    }

    [Fact]
    public void Nesting_is_limited()
    {
        var deep = new string('[', 5000) + new string(']', 5000);

        Assert.Contains("[too_deep]", TemplateFixture.Problems($"x: {deep}\n"));
        Assert.Contains("[too_deep]", TemplateFixture.JsonProblems($"{{\"x\": {deep}}}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    public void An_empty_file_is_named_so(string text) =>
        Assert.Contains("[template_empty]", TemplateFixture.Lines(TemplateFixture.Reader.Read(text, "test.yaml").Diagnostics));
}
