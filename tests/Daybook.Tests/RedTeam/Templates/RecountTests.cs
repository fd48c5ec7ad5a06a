using System.Globalization;
using System.Text.Json;
using Daybook.Documents;
using Daybook.RedTeam;
using Daybook.Tests.RedTeam.Samples;

namespace Daybook.Tests.RedTeam.Templates;

/// <summary>Every count of the standard report against one that is made straight from the lines of the logs.</summary>
public sealed class RecountTests(SampleFolder samples) : IClassFixture<SampleFolder>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RawCount Count(int from, int until) => RawCount.Of(samples.Folder, new DateTime(2026, 5, from, 18, 0, 0), new DateTime(2026, 5, until, 18, 0, 0));

    [Fact]
    public async Task The_object_has_the_counts_of_the_raw_lines()
    {
        var raw = Count(1, 4);
        var cob = await BuiltInReport.CobAsync(samples.Folder, BuiltInReport.Period(SampleFolder.BusinessDate), Cancellation);
        var executions = cob.GetProperty("executions");

        static bool All(RawCount.Line line) => true;
        Assert.Equal(raw.Lines.Count, executions.GetProperty("total_tests").GetInt32());
        Assert.Equal(raw.Scored(All), executions.GetProperty("scored_tests").GetInt32());
        Assert.Equal(raw.Worked(All), executions.GetProperty("violations").GetInt32());
        Assert.Equal(raw.Critical(All), executions.GetProperty("critical_count").GetInt32());
        Assert.Equal(raw.High(All), executions.GetProperty("high_count").GetInt32());
        Assert.Equal(100m * raw.Worked(All) / raw.Scored(All), executions.GetProperty("attack_success_rate").GetDecimal());
        Assert.Equal(100m * (raw.Critical(All) + raw.High(All)) / raw.Scored(All), executions.GetProperty("violation_rate").GetDecimal());
        foreach (var cell in cob.GetProperty("vulnerability_matrix").EnumerateArray())
        {
            bool Same(RawCount.Line line) => line.Model == Text(cell, "model") && line.Probe == Text(cell, "attack");
            Assert.Equal((raw.Scored(Same), raw.Worked(Same)), (cell.GetProperty("evaluated").GetInt32(), cell.GetProperty("violations").GetInt32()));
        }

        Assert.Equal(raw.Lines.Select(line => (line.Model, line.Probe)).Distinct().Count(), cob.GetProperty("vulnerability_matrix").GetArrayLength());
    }

    [Fact]
    public async Task The_previous_period_has_the_counts_of_its_raw_lines()
    {
        // The period before ends on Friday at 18:00 and begins on Thursday at 18:00.
        var raw = RawCount.Of(samples.Folder, new DateTime(2026, 4, 30, 18, 0, 0), new DateTime(2026, 5, 1, 18, 0, 0));
        var cob = await BuiltInReport.CobAsync(samples.Folder, BuiltInReport.Period(SampleFolder.BusinessDate), Cancellation);
        var yesterday = cob.GetProperty("historical_baselines").GetProperty("yesterday");

        Assert.Equal("2026-05-01", Text(yesterday, "business_date"));
        Assert.Equal(raw.Lines.Count, yesterday.GetProperty("total_tests").GetInt32());
        Assert.Equal(raw.Worked(_ => true), yesterday.GetProperty("violations").GetInt32());
    }

    [Fact]
    public async Task The_tables_of_the_report_show_the_counts_of_the_raw_lines()
    {
        var raw = Count(1, 4);
        var report = await new BuiltInReport(BuiltInTemplates.StandardSecurityCob).ComposeAsync(samples.Folder, SampleFolder.BusinessDate, Cancellation);
        var results = report.Document.Sections.Single(section => section.Id == "results");

        var targets = Rows(results, "results_targets");
        Assert.Equal(3, targets.Count);
        foreach (var row in targets)
        {
            bool Same(RawCount.Line line) => line.Model == row[0];
            Assert.Equal([Shown(raw.Scored(Same)), Shown(raw.Worked(Same)), Rate(raw.Worked(Same), raw.Scored(Same))], row[1..4]);
            Assert.Equal([Shown(raw.Critical(Same)), Shown(raw.High(Same))], row[6..8]);
        }

        var probes = Rows(results, "results_probes");
        Assert.Equal(8, probes.Count);
        foreach (var row in probes)
        {
            bool Same(RawCount.Line line) => line.Probe == row[0];
            Assert.Equal([Shown(raw.Scored(Same)), Shown(raw.Worked(Same)), Rate(raw.Worked(Same), raw.Scored(Same))], row[1..4]);
        }
    }

    private static List<string[]> Rows(Section results, string id)
    {
        var table = results.Blocks.OfType<Section>().Single(section => section.Id == id).Blocks.OfType<Table>().Single();
        return [.. table.Rows.Select(row => row.Cells.Select(Text).ToArray())];
    }

    private static string Text(Cell cell) => cell switch
    {
        TextCell text => string.Concat(text.Inlines.OfType<TextInline>().Select(inline => inline.Text)),
        IntegerCell integer => integer.Value.ToString("N0", CultureInfo.InvariantCulture),
        PercentCell percent => percent.Value.ToString("0.0", CultureInfo.InvariantCulture) + "%",
        _ => cell.ToString(),
    };

    private static string Shown(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Rate(int worked, int scored) =>
        Math.Round(100m * worked / scored, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
