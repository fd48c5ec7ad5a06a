using System.Text.Json;
using Daybook.Commands;
using Daybook.Documents;
using Daybook.Reports.Comparison;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Reports.Comparison;

public sealed class ReportDifferenceTests
{
    private static readonly JsonSerializerOptions Indented = new(Daybook.Reports.ReportsJson.Default.Options) { WriteIndented = true, NewLine = "\n" };

    private const string Monday = """
        {"version": 1, "previous": {}, "datasets": {
          "cob": {"value": {"executions": {"total_tests": 156, "rate": 12.50}, "level": "high", "runs": [{"run_id": "a", "hits": 3}, {"run_id": "b", "hits": 1}], "tags": ["x"]}},
          "findings": {"columns": [{"name": "probe", "type": "text"}, {"name": "detector", "type": "text"}, {"name": "hits", "type": "integer"}],
                       "rows": [["dan", "mitigation", 3], ["dan", "toxicity", 2], ["leak", "toxicity", 0]]},
          "gone": {"value": 5}}}
        """;

    private const string Tuesday = """
        {"version": 1, "previous": {}, "datasets": {
          "cob": {"value": {"executions": {"total_tests": 160, "rate": 12.5}, "level": "low", "runs": [{"run_id": "b", "hits": 1, "note": "slow"}, {"run_id": "c", "hits": 9}], "tags": ["x", "y"]}},
          "findings": {"columns": [{"name": "probe", "type": "text"}, {"name": "detector", "type": "text"}, {"name": "hits", "type": "integer"}, {"name": "owner", "type": "text"}],
                       "rows": [["dan", "toxicity", 4, "ann"], ["dan", "mitigation", 3, null], ["encoding", "toxicity", 1, "bob"]]},
          "gone": {"failure": {"code": "no_such_file", "message": "No file 'gone.json'."}}}}
        """;

    private static ComparedReport Report(string snapshot, string version, params Section[] sections) =>
        new(new ReportDocument(SampleDocuments.Metadata with { TemplateVersion = version }, [.. sections]), JsonElement.Parse(snapshot));

    private static Section Words(string id, string text, SectionStatus status = SectionStatus.Ok) =>
        new(id, id, SectionKind.Data, [new Paragraph([new TextInline(text)])]) { Status = status, Reason = status == SectionStatus.Ok ? null : "no data" };

    private static Section Figures(int tests, params (string Probe, Cell Rate)[] rows) => new("figures", "Figures", SectionKind.Composite,
    [
        new Section("figures_cards", null, SectionKind.Data, [new MetricCards([new MetricCard("Tests", new IntegerCell(tests)), new MetricCard("Owner", new TextCell([new TextInline("ann")]))])]),
        new Table([new TableColumn("probe", "Probe", CellType.Text, ColumnAlignment.Left), new TableColumn("rate", "Rate", CellType.Percent, ColumnAlignment.Right)],
            [.. rows.Select(row => new TableRow([new TextCell([new TextInline(row.Probe)]), row.Rate]))]),
    ]);

    private static ComparedReport First => Report(Monday, "1.0", Words("summary", "All as before."), Words("old", "Gone."), Figures(156, ("dan", new PercentCell(12.5m)), ("leak", new PercentCell(0))));

    private static ComparedReport Second => Report(Tuesday, "1.1", Words("summary", "It grew.", SectionStatus.Empty), Words("fresh", "New."), Figures(160, ("dan", new PercentCell(12.50m)), ("leak", new EmptyCell())));

    [Fact]
    public async Task Two_days_differ_in_facts_figures_rows_and_sections()
    {
        var difference = ReportDifference.Between(First, Second);
        using var text = new StringWriter { NewLine = "\n" };
        await DifferenceText.WriteAsync(difference, text);
        Golden.Matches(text.ToString(), "two-days.txt");
        Golden.Matches(JsonSerializer.Serialize(difference, Indented) + "\n", "two-days.json");
    }

    [Fact]
    public void A_report_does_not_differ_from_itself() => Assert.True(ReportDifference.Between(First, First).IsEmpty);

    [Fact]
    public void The_way_back_is_the_mirror()
    {
        var (there, back) = (ReportDifference.Between(First, Second), ReportDifference.Between(Second, First));
        Assert.Equal(there.Rows.Select(rows => (rows.Place, rows.Added, rows.Removed, rows.Changed)).Order(), back.Rows.Select(rows => (rows.Place, rows.Removed, rows.Added, rows.Changed)).Order());
        Assert.Equal(there.Figures.Select(figure => (figure.Place, figure.Old.ToString(), figure.New.ToString())).Order(), back.Figures.Select(figure => (figure.Place, figure.New.ToString(), figure.Old.ToString())).Order());
    }

    [Fact]
    public void Rows_that_nothing_tells_apart_are_counted_as_often_as_they_occur()
    {
        var before = RowSet.OfObjects(JsonElement.Parse("""[{"n": 1}, {"n": 1}, {"n": 2}]"""));
        var after = RowSet.OfObjects(JsonElement.Parse("""[{"n": 1}, {"n": 3}]"""));
        var change = RowMatching.Compare("data", "x", before, after)!;
        Assert.Empty(change.Key);
        Assert.Equal((1, 2, 0, 1), (change.Added, change.Removed, change.Changed, change.Unchanged));
    }

    [Fact]
    public void A_key_may_need_several_columns_and_is_never_a_measure()
    {
        var rows = RowSet.OfObjects(JsonElement.Parse("""[{"day": "mon", "probe": "a", "hits": 1}, {"day": "mon", "probe": "b", "hits": 2}, {"day": "tue", "probe": "a", "hits": 3}]"""));
        Assert.Equal(["day", "probe"], RowKey.Of(rows, rows).AsEnumerable());
        var measures = RowSet.OfObjects(JsonElement.Parse("""[{"hits": 1}, {"hits": 2}]"""));
        Assert.Empty(RowKey.Of(measures, measures));
    }

    [Fact]
    public void What_is_not_listed_is_counted()
    {
        var many = RowSet.OfObjects(JsonElement.Parse($"[{string.Join(',', Enumerable.Range(0, RowMatching.MaxListed + 7).Select(number => $$"""{"id": "{{number}}"}"""))}]"));
        var change = RowMatching.Compare("data", "x", RowSet.Empty, many)!;
        Assert.Equal((RowMatching.MaxListed + 7, RowMatching.MaxListed, 7), (change.Added, change.Rows.Length, change.Omitted));
    }

    [Theory]
    [InlineData("0.1", "0.3", "0.2")]
    [InlineData("123456789012345678901234567", "123456789012345678901234568", "1")]
    [InlineData("1e300", "2e300", "1E+300")]
    [InlineData("\"a\"", "1", null)]
    public void Differences_are_exact_where_they_can_be(string old, string now, string? difference) =>
        Assert.Equal(difference, FigureValue.Difference(JsonElement.Parse(old), JsonElement.Parse(now))?.GetRawText());
}
