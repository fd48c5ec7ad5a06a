using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Splitting;

public sealed class SnapshotSplitTests
{
    private static readonly SplitRule Rule = new("team", ["calendar"]);

    private static readonly Snapshot Whole = MakeWhole();

    [Fact]
    public void Each_recipient_has_their_rows_and_what_is_shared()
    {
        var north = SnapshotSplit.Of(Whole, Rule, "north");
        Assert.Equal(2, Rows(north, "findings").Length);
        Assert.All(Rows(north, "findings"), row => Assert.Equal("north", row[0]));
        Assert.Equal(["north"], ((DatasetValue)north.Datasets["costs"].Content).Value.EnumerateArray().Select(item => item.GetProperty("team").GetString()!));
        Assert.Equal(Whole.Datasets["calendar"], north.Datasets["calendar"]);
        Assert.Single(Rows(north, "findings", previous: true));
    }

    [Fact]
    public void Nothing_of_others_is_anywhere_in_the_part()
    {
        var kept = Encoding.UTF8.GetString(SnapshotJson.Write(SnapshotSplit.Of(Whole, Rule, "north")).Span);
        Assert.Contains("canary-north", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-south", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-nobody", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-note", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-origin", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-failure", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remark_that_blocks_a_verdict_still_does()
    {
        var note = Assert.Single(SnapshotSplit.Of(Whole, Rule, "south").Datasets["findings"].Notes);
        Assert.Equal(("truncated", true), (note.Code, note.IsBlocking));
    }

    [Fact]
    public void Rows_are_counted_for_each_value_and_those_of_nobody_apart()
    {
        var keys = SnapshotSplit.Keys(Whole, Rule);
        Assert.Equal([("7", 1L), ("north", 3), ("south", 3)], keys.Rows.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(1, keys.WithoutValue);
    }

    [Fact]
    public void Who_has_no_rows_has_empty_datasets()
    {
        var west = SnapshotSplit.Of(Whole, Rule, "west");
        Assert.Empty(Rows(west, "findings"));
        Assert.Equal(2, ((DatasetRows)west.Datasets["findings"].Content).Columns.Length);
    }

    [Theory]
    [InlineData("""[{"team":"north"},{"other":1}]""", "no list of rows that all have 'team'")]
    [InlineData("""[{"team":"north"},5]""", "no list of rows that all have 'team'")]
    [InlineData("""{"total":5}""", "no list of rows that all have 'team'")]
    [InlineData("12", "no list of rows that all have 'team'")]
    public void A_value_that_cannot_be_divided_is_refused(string json, string told)
    {
        var snapshot = Whole with { Datasets = Whole.Datasets.SetItem("extra", new DatasetResult(new DatasetValue(JsonElement.Parse(json)))) };
        var refused = Assert.Throws<SplitException>(() => SnapshotSplit.Of(snapshot, Rule, "north"));
        Assert.Contains("'extra'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.Throws<SplitException>(() => SnapshotSplit.Keys(snapshot, Rule));
        Assert.NotNull(SnapshotSplit.Of(snapshot, Rule with { Shared = Rule.Shared.Add("extra") }, "north"));
    }

    [Fact]
    public void A_dataset_without_the_column_is_refused_also_of_the_period_before()
    {
        var foreign = new DatasetResult(new DatasetRows([new DataColumn("teams", DataType.Text)], [["north"]]));
        var refused = Assert.Throws<SplitException>(() => SnapshotSplit.Of(Whole with { Previous = Whole.Previous.SetItem("findings", foreign) }, Rule, "north"));
        Assert.Contains("has no column 'team', so nobody can tell whose its rows are; did you mean 'teams'?", refused.Message, StringComparison.Ordinal);
        Assert.Throws<SplitException>(() => SnapshotSplit.Keys(Whole with { Previous = Whole.Previous.SetItem("findings", foreign) }, Rule));
    }

    [Fact]
    public void A_dataset_that_was_cut_before_it_was_divided_is_refused()
    {
        var cut = Whole with { Datasets = Whole.Datasets.SetItem("findings", Whole.Datasets["findings"] with { OmittedRows = 3 }) };
        Assert.Contains("left out 3 rows by its limit", Assert.Throws<SplitException>(() => SnapshotSplit.Of(cut, Rule, "north")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("North")]
    [InlineData("north ")]
    [InlineData("")]
    public void Values_are_compared_exactly(string value) => Assert.Empty(Rows(SnapshotSplit.Of(Whole, Rule, value), "findings"));

    private static Snapshot MakeWhole()
    {
        ImmutableArray<DataColumn> columns = [new("team", DataType.Text), new("text", DataType.Text)];
        var findings = new DatasetResult(new DatasetRows(columns, [["north", "canary-north"], ["south", "canary-south"], ["north", "n2"], [null, "canary-nobody"], ["south", "s2"]]))
        {
            Notes = [new DataNote("truncated", "canary-note: the run of south stopped", 2, true)], Origins = ["/logs/canary-origin.jsonl"],
        };
        var costs = new DatasetResult(new DatasetValue(JsonElement.Parse("""[{"team":"north","eur":1},{"team":"south","note":"canary-south"},{"team":7}]""")));
        var calendar = new DatasetResult(new DatasetValue(JsonElement.Parse("""{"holiday":false}"""))) { Origins = ["calendar.json"] };
        var empty = Snapshot.Empty;
        return new Snapshot(
            empty.Datasets.Add("findings", findings).Add("costs", costs).Add("calendar", calendar).Add("none", new DatasetResult(new DatasetRows([], [])))
                .Add("lost", new DatasetResult(new DatasetFailure("no_such_file", "canary-failure is missing"))),
            empty.Previous.Add("findings", new DatasetResult(new DatasetRows(columns, [["north", "n0"], ["south", "canary-south"]]))));
    }

    private static ImmutableArray<ImmutableArray<object?>> Rows(Snapshot snapshot, string dataset, bool previous = false) =>
        ((DatasetRows)(previous ? snapshot.Previous : snapshot.Datasets)[dataset].Content).Rows;
}
