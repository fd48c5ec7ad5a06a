using Daybook.Composition;

namespace Daybook.Tests.Composition.Sources;

public sealed class InlineSourceTests
{
    private static readonly InlineSource Source = new();

    [Fact]
    public async Task A_value_is_given_as_written() =>
        Assert.Equal("""{"total": 1.50}""", (await ReadRows.ValueOf(Source, """{"value":{"total": 1.50}}""")).GetRawText());

    [Fact]
    public async Task Rows_get_typed_columns()
    {
        var (columns, rows) = await ReadRows.Of(Source, """{"rows":[{"a":1,"b":"x"},{"a":2}]}""");
        Assert.Equal([new DataColumn("a", DataType.Integer), new DataColumn("b", DataType.Text)], columns);
        Assert.Equal([2L, null], rows[1]);
    }

    [Theory]
    [InlineData("{}", "missing_setting")]
    [InlineData("""{"value":1,"rows":[]}""", "missing_setting")]
    [InlineData("""{"rows":[1]}""", "bad_setting")]
    [InlineData("""{"value":1,"path":"x"}""", "unknown_setting")]
    public void Wrong_settings_are_told(string settings, string code) => Assert.Equal(code, Assert.Single(Source.Check(ReadRows.Query(settings))).Code);
}
