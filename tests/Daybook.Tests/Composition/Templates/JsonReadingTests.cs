namespace Daybook.Tests.Composition.Templates;

public class JsonReadingTests
{
    [Theory]
    [InlineData("{\n  \"metadata\": {},\n}", "line 3, column 1", "Remove the comma")]
    [InlineData("{\n  // note\n}", "line 2, column 3", "JSON has no comments")]
    [InlineData("{\"é\": 'x'}", "line 1, column 7", "double quotes")]
    [InlineData("{\"a\": \"x\ny\"}", "line 1, column 9", "stays on one line")]
    [InlineData("{\"a\": 1", "line 1, column 8", "ends too early")]
    [InlineData("{\"a\": 01}", "line 1, column 8", "not valid JSON")]
    [InlineData("{\"a\": 1} {}", "line 1, column 10", "not valid JSON")]
    [InlineData("{\"a\": \"\\ud800\"}", "line 1, column 7", "half of a surrogate pair")]
    [InlineData("{\"metadata\": 1, \"metadata\": 2}", "line 1, column 17", "'metadata' stands twice")]
    [InlineData("[1]", "line 1, column 1", "must be an object, but is a list")]
    public void What_json_does_not_allow_is_explained_where_it_stands(string text, string place, string words)
    {
        var problems = TemplateFixture.JsonProblems(text);

        Assert.Contains(place, problems);
        Assert.Contains(words, problems);
    }

    [Fact]
    public void Json_stays_json()
    {
        const string Value = """{"no":"no","date":"2026-05-04","exact":1.10,"big":123456789012345678901234567890,"zero":-0.0,"e":1E5,"merge":{"<<":1}}""";
        var result = TemplateFixture.Reader.Read("""{"metadata":{"id":"t","name":"T","version":"1"},"datasets":{"d":{"source":"inline","value":""" + Value + "}}}", "x");

        Assert.Equal("", TemplateFixture.Lines(result.Diagnostics));
        Assert.Equal(Value, result.Template!.Datasets[0].Settings["value"].Json.GetRawText());
    }

    [Fact]
    public void A_number_is_not_a_text()
    {
        var problems = TemplateFixture.JsonProblems("""{"metadata":{"id":"t","name":"T","version":1.0}}""");

        Assert.Equal("test.json, line 1, column 44: error: 'version' of 'metadata' must be a text, but is the number 1.0 [wrong_type] Put it into quotes.", problems);
    }

    [Theory]
    [InlineData("template.yaml", "{\"metadata\": {\"id\": \"t\", \"name\": \"T\", \"version\": \"1\",},}")]
    [InlineData("template", "metadata: {id: t, name: T, version: '1'}")]
    [InlineData("template", "  {\"metadata\": {\"id\": \"t\", \"name\": \"T\", \"version\": \"1\"}}")]
    public void The_name_or_else_the_first_character_tells_the_format(string name, string text) =>
        Assert.Empty(TemplateFixture.Reader.Read(text, name).Diagnostics);
}
