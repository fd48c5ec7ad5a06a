using System.Text.Json.Nodes;
using Daybook.Input;

namespace Daybook.Tests.Input;

public sealed class WrittenJsonTests
{
    [Theory]
    [InlineData("""{"a": [1, 2.50, -3e2], "b": {"c": null, "d": "\u00e9\n"}, "e": true}""")]
    [InlineData("\"daily\"")]
    [InlineData("[]")]
    public void Json_is_read_as_it_is(string text)
    {
        var read = WrittenJson.Read(text);
        Assert.Empty(read.Problems);
        Assert.True(read.IsWhole);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), read.Value));
    }

    [Theory]
    [InlineData("""{"a": 1, "b": [1, 2,],}""", """{"a":1,"b":[1,2]}""", "line 1, column 20: a comma stands before ']'", "line 1, column 22: a comma stands before '}'")]
    [InlineData("""{"a": [1 2] "b": 3}""", """{"a":[1,2],"b":3}""", "line 1, column 10: a comma is missing before '2'", "line 1, column 13: a comma is missing before '\"'")]
    [InlineData("{\"a\": 1 // one\n, /* two */ \"b\": 2}", """{"a":1,"b":2}""", "line 1, column 9: JSON has no comments", "line 2, column 3: JSON has no comments")]
    [InlineData("""{'a': 'it"s', b: MO}""", """{"a":"it\u0022s","b":"MO"}""", "column 2: texts stand in straight double quotes", "column 7: texts stand in straight double quotes", "column 15: 'b' stands without quotes", "column 18: 'MO' stands without quotes")]
    [InlineData("""{"a": “x”, "b": True, "c": None, "d": 01}""", """{"a":"x","b":true,"c":null,"d":1}""", "this one in “", "'True' is not JSON", "'None' is not JSON", "'01' is not how JSON writes a number (write 1)")]
    [InlineData("""{"a": 1, "a": 2, "b"= 3}""", """{"a":1,"b":3}""", "line 1, column 10: 'a' stands twice", "column 21: : is wanted between 'b' and its value, and there is '='")]
    [InlineData("""{"a": "c:\dir", "b": 1}""", """{"a":"c:\\dir","b":1}""", "column 7: the text \"c:\\dir\" holds an escape")]
    [InlineData("{a:{b:c}}", """{"a":{"b":"c"}}""", "there are no quotes in this")]
    [InlineData("{\"né\": 1,\n \"b\": 2,}", """{"n\u00E9":1,"b":2}""", "line 2, column 8: a comma stands before '}'")]
    [InlineData("""{"a": 1,, "b": [1, , 2,,]}""", """{"a":1,"b":[1,2]}""", "column 9: a comma stands after another (remove one of the two)", "column 20: a comma stands after another", "column 24: a comma stands after another", "column 23: a comma stands before ']'")]
    [InlineData("""{"a": {"b": "c}, "d": ["e"]}""", """{"a":{"b":"c"},"d":["e"]}""", "column 13: the closing quote of the text that begins here is missing (write \"c\")")]
    [InlineData("[1}", "[1]", "column 3: ] is wanted, which closes the [ of line 1, column 1, and there is '}'")]
    public void What_can_be_told_is_read_past_every_mistake(string text, string value, params string[] mistakes)
    {
        var read = WrittenJson.Read(text);
        Assert.Equal(value, read.Value!.ToJsonString());
        Assert.True(read.IsWhole);
        Assert.Equal(mistakes.Length, read.Problems.Length);
        Assert.All(mistakes.Zip(read.Problems), pair => Assert.Contains(pair.First, pair.Second.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "null", "line 1, column 1: the text ends before a value")]
    [InlineData("""{"a": {"b": [1, 2""", """{"a":{"b":[1,2]}}""", "column 18: the text ends, and the [ of line 1, column 13 is still open (write ] at its end)")]
    [InlineData("""{"a": 1, "b""", """{"a":1}""", "the text ends before the closing quote of the text of line 1, column 10")]
    [InlineData("""{"a": 1, "b" """, """{"a":1}""", "the text ends before the value of 'b'")]
    [InlineData("""{"a": 1, "b": *}""", """{"a":1,"b":null}""", "column 15: a value is wanted here, and there is '*'")]
    [InlineData("""{"a": [1, *, 3]}""", """{"a":[1]}""", "column 11: a value is wanted here")]
    [InlineData("""{"a": 1}}""", """{"a":1}""", "column 9: nothing can follow here, and there is '}'")]
    public void Where_it_breaks_off_nothing_is_known_of_the_rest(string text, string value, string mistake)
    {
        var read = WrittenJson.Read(text);
        Assert.Equal(value, read.Value?.ToJsonString() ?? "null");
        Assert.False(read.IsWhole);
        Assert.Contains(mistake, Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nested_too_deep_is_not_followed()
    {
        var read = WrittenJson.Read(new string('[', 100_000));
        Assert.Contains("line 1, column 17: lists and objects lie more than 16 deep here", Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_text_full_of_mistakes_the_first_are_told() => Assert.Equal(10, WrittenJson.Read("[" + string.Concat(Enumerable.Repeat("a b ", 500)) + "\"]").Problems.Length);

    [Fact]
    public void A_name_that_stands_twice_is_told_with_its_path()
    {
        var read = WrittenJson.Read("""{"rule": {"days": [{}, {"n": 1, "n": 2}]}}""");
        Assert.Equal("rule.days[1].n", Assert.Single(read.Problems).Place!.Field);
    }

    [Fact]
    public void Any_beginning_of_a_text_is_read_or_refused_with_a_place()
    {
        const string Whole = "{\"rule\": {\"type\": \"weekly\", \"days\": [\"MO\", 'TU', “WE”], \"x\": [1, -2.5e3, true, null, \"\\u00e9\\\\\"]}, // no\n \"times\": [\"18:00\"] \"zone\": UTC,}";
        Assert.All(Enumerable.Range(0, Whole.Length), length =>
        {
            var read = WrittenJson.Read(Whole[..length]);
            Assert.NotEmpty(read.Problems);
            Assert.All(read.Problems, problem => Assert.StartsWith("line ", problem.Path, StringComparison.Ordinal));
        });
    }
}
