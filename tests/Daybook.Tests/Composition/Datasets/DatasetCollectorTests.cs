using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Tests.Composition.Composing;

namespace Daybook.Tests.Composition.Datasets;

public sealed class DatasetCollectorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CountingSource _counting = new();

    public void Dispose() => _folder.Dispose();

    private Task<Snapshot> Collect(string datasets, string parameters = "{}", CollectorOptions? options = null, string definitions = "")
    {
        IDataSource[] sources = [new InlineSource(), new FileSource(new FileRoots([_folder.Path])), _counting];
        return new DatasetCollector(sources, options ?? new CollectorOptions()).CollectAsync(
            new CollectionRequest
            {
                Template = Compose.Template($"{definitions}datasets:\n{datasets}\nblocks: []\n"),
                Parameters = JsonDocument.Parse(parameters).RootElement.EnumerateObject().ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal),
                Period = TestPeriods.Monday,
                GeneratedAt = TestPeriods.Monday.End,
            },
            TestContext.Current.CancellationToken);
    }

    private async Task<DatasetRows> Rows(string dataset, string parameters = "{}") =>
        Assert.IsType<DatasetRows>((await Collect("  d: " + dataset, parameters)).Datasets["d"].Content);

    private async Task<DatasetFailure> Failure(string dataset, CollectorOptions? options = null) =>
        Assert.IsType<DatasetFailure>((await Collect("  d: " + dataset, "{}", options)).Datasets["d"].Content);

    private static string Shown(DatasetRows rows) => string.Join(" ", rows.Rows.Select(row => string.Join(",", row.Select(value => value ?? "-"))));

    private const string Three = "[{n: 3, s: x, r: 0.5}, {n: 1, s: y}, {n: 2, s: x, r: 0.25}]";

    [Fact]
    public async Task Rows_are_filtered_by_an_expression_over_columns_and_parameters() =>
        Assert.Equal("3,x,0.5", Shown(await Rows($"{{source: inline, rows: {Three}, where: \"n > least and s == 'x'\"}}", """{"least": 2}""")));

    [Fact]
    public async Task Rows_are_ordered_stably_with_missing_values_last_both_ways()
    {
        Assert.Equal("2 3 1", Shown(await Rows($"{{source: inline, rows: {Three}, order_by: [r], select: [n]}}")));
        Assert.Equal("3 2 1", Shown(await Rows($"{{source: inline, rows: {Three}, order_by: [-r], select: [n]}}")));
        Assert.Equal("3,x 2,x 1,y", Shown(await Rows($"{{source: inline, rows: {Three}, order_by: [s], select: [n, s]}}")));
        Assert.Equal("2,x 3,x 1,y", Shown(await Rows($"{{source: inline, rows: {Three}, order_by: [s, n], select: [n, s]}}")));
    }

    [Fact]
    public async Task A_limit_counts_what_it_leaves_out()
    {
        var result = (await Collect($"  d: {{source: inline, rows: {Three}, order_by: [n], limit: 2}}")).Datasets["d"];
        Assert.Equal("1,y,- 2,x,0.25", Shown(Assert.IsType<DatasetRows>(result.Content)));
        Assert.Equal(1, result.OmittedRows);
        Assert.Equal(2, (await Collect($"  d: {{source: inline, rows: {Three}, limit: 1}}")).Datasets["d"].OmittedRows);
    }

    [Fact]
    public async Task Columns_are_picked_renamed_and_computed()
    {
        var rows = await Rows($"{{source: inline, rows: {Three}, select: {{Name: s, Double: n * 2, Label: \"s ~ '-' ~ n\", Rate: r}}}}");
        Assert.Equal("Name:Text Double:Integer Label:Text Rate:Decimal", string.Join(" ", rows.Columns.Select(column => $"{column.Name}:{column.Type}")));
        Assert.Equal("x,6,x-3,0.5 y,2,y-1,- x,4,x-2,0.25", Shown(rows));
    }

    [Fact]
    public async Task A_part_of_a_value_can_be_taken_as_rows_or_as_it_is()
    {
        const string value = "{source: inline, value: {summary: {runs: [{n: 1}, {n: 2}]}}";
        Assert.Equal("2", Shown(await Rows(value + ", at: summary.runs, where: n == 2}")));
        var part = (await Collect("  d: " + value + ", at: summary.runs.0}")).Datasets["d"].Content;
        Assert.Equal("""{"n":1}""", Assert.IsType<DatasetValue>(part).Value.GetRawText());
    }

    [Theory]
    [InlineData("{source: inline, value: {a: 1}, at: b}", "unknown_path")]
    [InlineData("{source: inline, value: {a: 1}, where: a}", "not_rows")]
    [InlineData("{source: inline, rows: [{a: 1}], where: b > 1}", "undefined_name")]
    [InlineData("{source: inline, rows: [{a: 1}], where: a > 'x'}", "template_error")]
    [InlineData("{source: inline, rows: [{a: 1}], order_by: [b]}", "unknown_column")]
    [InlineData("{source: inline, rows: [{a: 1}], select: [b]}", "unknown_column")]
    [InlineData("{source: inline, rows: [{a: 1}], select: {x: a + nope}}", "undefined_name")]
    [InlineData("{source: file, path: none.json}", "no_such_file")]
    [InlineData("{source: file, path: ../x.json}", "outside_roots")]
    [InlineData("{source: file, path: 'logs/{{ nope }}.json'}", "undefined_name")]
    [InlineData("{source: file, path: a.json, colour: red}", "unknown_setting")]
    public async Task A_dataset_that_fails_becomes_its_reason(string dataset, string code) => Assert.Equal(code, (await Failure(dataset)).Code);

    [Fact]
    public async Task Filters_over_no_rows_at_all_are_no_error() =>
        Assert.Empty((await Rows("{source: inline, rows: [], where: n > 1, order_by: [n], select: [n]}")).Rows);

    [Fact]
    public async Task Settings_hold_expressions_of_the_period_and_the_parameters()
    {
        _folder.Write("logs/2026-05-04/blue.json", """{"n": 5}""");
        var snapshot = await Collect("  d: {source: file, path: 'logs/{{ report_date }}/{{ team }}.json'}", """{"team": "blue"}""");
        Assert.Equal("""{"n": 5}""", Assert.IsType<DatasetValue>(snapshot.Datasets["d"].Content).Value.GetRawText());
        Assert.Equal(["logs/2026-05-04/blue.json"], snapshot.Datasets["d"].Origins);
    }

    [Fact]
    public async Task The_previous_twin_is_the_same_for_the_period_before()
    {
        _folder.Write("logs/2026-05-04.json", "1");
        _folder.Write("logs/2026-05-03.json", "2");
        var snapshot = await Collect(
            "  f: {source: file, path: 'logs/{{ report_date }}.json', previous: true}\n  g: {source: garak, previous: true}\n  h: {source: garak}",
            """{"report_date": "2026-05-04"}""",
            null,
            "parameters: {report_date: {type: date, required: true}}\n");
        Assert.Equal("2", Assert.IsType<DatasetValue>(snapshot.Previous["f"].Content).Value.GetRawText());
        Assert.Equal("4,b 40,a", Shown(Assert.IsType<DatasetRows>(snapshot.Datasets["g"].Content)));
        Assert.Equal("3,b 30,a", Shown(Assert.IsType<DatasetRows>(snapshot.Previous["g"].Content)));
        Assert.Equal(["f", "g"], snapshot.Previous.Keys);
    }

    [Fact]
    public async Task The_same_query_is_read_once_for_all_its_datasets()
    {
        var snapshot = await Collect("  a: {source: garak, order_by: [name]}\n  b: {source: garak, where: name == 'a'}\n  bad: {source: garak, where: nope}\n  other: {source: garak, view: runs}");
        Assert.Equal(2, _counting.Opened);
        Assert.Equal("40,a 4,b", Shown(Assert.IsType<DatasetRows>(snapshot.Datasets["a"].Content)));
        Assert.Equal("40,a", Shown(Assert.IsType<DatasetRows>(snapshot.Datasets["b"].Content)));
        Assert.Equal("undefined_name", Assert.IsType<DatasetFailure>(snapshot.Datasets["bad"].Content).Code);
        Assert.Equal("Day 4 is incomplete.", Assert.Single(snapshot.Datasets["b"].Notes).Message);
    }

    [Fact]
    public async Task Too_many_rows_are_an_error_and_never_cut_silently()
    {
        var failure = await Failure($"{{source: inline, rows: {Three}}}", new CollectorOptions { MaxRows = 2 });
        Assert.Equal("too_much_data", failure.Code);
        Assert.Equal("too_much_data", (await Failure($"{{source: inline, rows: {Three}}}", new CollectorOptions { MaxBytes = 100 })).Code);
    }

    [Fact]
    public async Task A_snapshot_is_the_same_after_writing_and_reading()
    {
        _folder.Write("a.csv", "i,d,b,day,at,t\n12345678901,1.50,true,2026-05-04,2026-05-04T17:00:00.5+02:00,\"a \"\"ü\"\"\"\n,,,,,\n");
        var snapshot = await Collect("  c: {source: file, path: a.csv}\n  v: {source: inline, value: {n: 1.50, big: 123456789012345678901234567890}}\n  f: {source: inline, rows: [{x: 1.5e0, y: {k: [1]}}]}\n  bad: {source: file, path: b.csv}\n  g: {source: garak, previous: true, limit: 1}");
        var json = SnapshotJson.Write(snapshot);
        var again = SnapshotJson.Read(json);
        Assert.Equal(Encoding.UTF8.GetString(json.Span), Encoding.UTF8.GetString(SnapshotJson.Write(again).Span));
        Golden.Matches(Encoding.UTF8.GetString(json.Span) + "\n", "snapshot.json");

        var row = Assert.IsType<DatasetRows>(again.Datasets["c"].Content).Rows[0];
        Assert.Equal([12345678901L, 1.50m, true, new DateOnly(2026, 5, 4), new DateTimeOffset(2026, 5, 4, 17, 0, 0, 500, TimeSpan.FromHours(2)), "a \"ü\""], row);
        Assert.Equal(1.5, Assert.IsType<DatasetRows>(again.Datasets["f"].Content).Rows[0][0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"version":2,"datasets":{},"previous":{}}""")]
    [InlineData("""{"version":1,"datasets":{"a":{"columns":[{"name":"x","type":"odd"}],"rows":[],"notes":[],"origins":[],"omitted_rows":0}},"previous":{}}""")]
    [InlineData("""{"version":1,"datasets":{"a":{"columns":[],"rows":[[1]],"notes":[],"origins":[],"omitted_rows":0}},"previous":{}}""")]
    public void A_damaged_snapshot_is_refused(string json) =>
        Assert.Equal("bad_snapshot", Assert.Throws<DataSourceException>(() => SnapshotJson.Read(Encoding.UTF8.GetBytes(json))).Code);

    [Fact]
    public void Wrong_settings_are_told_with_the_place_of_their_dataset()
    {
        var template = Compose.Template("datasets:\n  d: {source: inline}\n  e: {source: file, path: a.csv, delimiter: ab}\nblocks: []\n");
        var problems = new DatasetCollector([new InlineSource(), new FileSource(new FileRoots([]))], new CollectorOptions()).Check(template, TestPeriods.Monday);
        Assert.Equal([("missing_setting", 3), ("bad_setting", 4)], problems.Select(problem => (problem.Code, problem.Line!.Value)));
    }
}
