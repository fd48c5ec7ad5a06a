using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;

namespace Daybook.Tests.Documents;

/// <summary>Every chart type with ordinary data, and the data that breaks charts.</summary>
internal static class KitchenCharts
{
    private static readonly ImmutableArray<string> Days = [.. Enumerable.Range(1, 8).Select(d => $"2026-05-0{d}")];
    private static readonly ImmutableArray<string> Models = ["gpt-4o-mini", "claude-sonnet", "llama-3.1-70b-instruct", "mistral-large-2407"];
    private static readonly ImmutableArray<string> Probes =
        ["promptinject.HijackHateHumans", "dan.Dan_11_0", "encoding.InjectBase64", "leakreplay.LiteratureCloze", "malwaregen.TopLevel", "xss.MarkdownImageExfil"];
    private static readonly ImmutableArray<Severity> Grades = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low, Severity.Minimal, Severity.Unknown];

    public static ImmutableArray<Chart> All =>
    [
        Make(ChartType.Line, "Violation rate", Days, new ChartOptions
        {
            YTitle = "Violation rate", Unit = "%", SampleSize = 12_480, Decimals = 1,
            Thresholds = [new ChartThreshold(20, "Tolerance", Severity.High), new ChartThreshold(30, "Stop", Severity.Critical)],
        }, S("All models", 4, 6, 5, 5, null, 30, 36, 44)),
        Make(ChartType.Line, "Attack success rate by model", Days, new ChartOptions { YTitle = "Attack success rate", Unit = "%", XTitle = "Business date" },
            S(Models[0], 12, 14, 13, 17, 16, 19, 22, 21), S(Models[1], 8, 7, 9, 8, 7, 8, 7, 8), S(Models[2], 31, 33, null, null, 38, 36, 41, 43), S(Models[3], 22, 20, 21, 19, 20, 18, 19, 20.5)),
        Make(ChartType.Line, "Six series", Days, new ChartOptions { YTitle = "Prompts", Unit = "k" }, [.. Enumerable.Range(1, 6).Select(k => S($"Series {k}", [.. Enumerable.Range(0, 8).Select(i => (double?)(k * 3 + i % k))]))]),
        Make(ChartType.Line, "A year of days", [.. Enumerable.Range(0, 365).Select(i => new DateOnly(2025, 5, 5).AddDays(i).ToString("d MMM", CultureInfo.InvariantCulture))],
            new ChartOptions { YTitle = "Tests per day" },
            S("Planned", [.. Enumerable.Range(0, 365).Select(i => (double?)(900 + i))]),
            S("Run", [.. Enumerable.Range(0, 365).Select(i => i % 50 is > 2 and < 6 or 8 ? null : (double?)(880 + i + 60 * Math.Sin(i / 6.0)))])),
        Make(ChartType.Area, "Prompts sent", Days, new ChartOptions { YTitle = "Prompts" }, S("Sent", 1200, 1340, 1290, 1500, 1610, 1580, 1720, 1805), S("Blocked", 400, 420, 460, 430, null, 520, 610, 640)),
        Make(ChartType.Bar, "Findings by severity", ["Critical", "High", "Medium", "Low", "Minimal", "Unknown"],
            new ChartOptions { YTitle = "Findings", LabelSeverities = Grades, SampleSize = 40 }, S("Findings", 1, 3, 6, 10, 20, 2)),
        Make(ChartType.Bar, "Grouped, with a negative", Models, new ChartOptions { YTitle = "Change", Unit = "points" },
            S("Yesterday", 4.5, -2, 8.25, 0), S("Today", 6, -3.5, 12, 1), S("Week", 5, null, 9, 2)),
        Make(ChartType.Bar, "Labels that do not fit", Probes, new ChartOptions { YTitle = "Hits", Thresholds = [new ChartThreshold(40, "limit", null)] }, S("Hits", 52, 41, 33, 21, 9, 0)),
        Make(ChartType.StackedBar, "Findings by model", Models, new ChartOptions { YTitle = "Findings" },
            [.. Grades.Take(5).Select((g, i) => new ChartDataset(g.ToString(), [i + 1, 3 + i * 2, i * i, 12 - 2 * i]) { Severity = g })]),
        Make(ChartType.HorizontalBar, "Attack success by probe", Probes, new ChartOptions { Unit = "%", Decimals = 1, XTitle = "Attack success rate" }, S("Rate", 61.5, 44.25, 38, 12.125, 3.5, 0)),
        Make(ChartType.HorizontalBar, "Two series, thresholds, a label that is too long", ["A", "An extraordinarily long label that has to wrap to a second line and is then cut because it goes on", "Gap"],
            new ChartOptions { Thresholds = [new ChartThreshold(40, "watch", Severity.Medium), new ChartThreshold(45, "act", Severity.Critical)] },
            S("Before", 30, 52, 12), S("After", 24, 47, null)),
        Make(ChartType.HorizontalStackedBar, "Coverage", Models, new ChartOptions { XTitle = "Tests" }, S("Passed", 320, 280, 190, 240), S("Failed", 40, 22, 110, 61), S("Not scored", 12, 4, 31, 0)),
        Make(ChartType.Pie, "Share of findings", ["Critical", "High", "Medium", "Low", "Minimal"], new ChartOptions { LabelSeverities = Grades }, S("Findings", 1, 3, 6, 10, 20)),
        Make(ChartType.Doughnut, "Tests by generator, twelve of them", [.. Enumerable.Range(1, 12).Select(i => $"generator-{i}")], new ChartOptions(), S("Tests", [.. Enumerable.Range(1, 12).Select(i => (double?)(i * i))])),
        new Chart(ChartType.Scatter, [],
            [
                new ChartDataset("gpt-4o-mini", [.. Enumerable.Range(0, 40).Select(i => (double?)(300 + i * 17 % 211))]) { XValues = [.. Enumerable.Range(0, 40).Select(i => i * 29 % 500 * 1.0)] },
                new ChartDataset("llama-3.1", [.. Enumerable.Range(0, 40).Select(i => (double?)(420 + i * 23 % 317))]) { XValues = [.. Enumerable.Range(0, 40).Select(i => i * 31 % 480 * 1.0)] },
            ], "Response time grows with the number of tests.")
            { Title = "Response time against load", Options = new ChartOptions { XTitle = "Tests per minute", YTitle = "Response time", Unit = "ms", Thresholds = [new ChartThreshold(600, "limit", Severity.High)] } },
        Make(ChartType.Radar, "Defence by category", ["Prompt injection", "Jailbreak", "Data extraction", "Toxicity", "Malware", "Encoding"], new ChartOptions { Maximum = 100, Unit = "%", YTitle = "Attacks withstood" },
            S("gpt-4o-mini", 82, 71, 90, 95, 88, 60), S("llama-3.1", 60, 42, 77, 81, null, 35)),
        Make(ChartType.Gauge, "Overall risk", [], new ChartOptions
        {
            Unit = "%", Maximum = 100, Decimals = 1,
            Thresholds = [new ChartThreshold(0, null, Severity.Low), new ChartThreshold(40, "medium", Severity.Medium), new ChartThreshold(60, "high", Severity.High), new ChartThreshold(80, "critical", Severity.Critical)],
        }, S("Risk", 62.5)),
        Make(ChartType.Gauge, "Coverage without bands", [], new ChartOptions { Unit = "%" }, S("Coverage", 74)),
        Make(ChartType.Timeline, "The incident", ["Release deployed", "First alert from the gateway", "Prompt filter rolled back", "All clear", "Post-mortem"], new ChartOptions(),
            S("Change", T(8, 55), null, T(11, 5), null, null), S("Detection", null, T(9, 12), null, T(16, 30), null)),
        Make(ChartType.Heatmap, "Attack success by model and probe", Probes, new ChartOptions { Unit = "%", Minimum = 0, Maximum = 100 },
            [.. Models.Select((m, row) => S(m, [.. Probes.Select((_, column) => row == 1 && column == 4 ? null : (double?)((row * 37 + column * 23) % 101))]))]),
        Make(ChartType.Heatmap, "By hour", [.. Enumerable.Range(0, 24).Select(h => $"{h:00}")], new ChartOptions { XTitle = "Hour", Decimals = 0 },
            [.. new[] { "Mon", "Tue", "Wed", "Thu", "Fri" }.Select((d, row) => S(d, [.. Enumerable.Range(0, 24).Select(h => (double?)(h * (row + 3) % 29))]))]),
        .. Awkward,
    ];

    /// <summary>Charts that have little, too much, or nothing to show.</summary>
    public static ImmutableArray<Chart> Awkward =>
    [
        Make(ChartType.Line, "No data", [], new ChartOptions()),
        Make(ChartType.Bar, "Only gaps", ["a", "b"], new ChartOptions(), S("x", null, null)),
        Make(ChartType.Line, "Not a number", ["a", "b", "c", "d"], new ChartOptions(), S("x", 1, double.NaN, double.PositiveInfinity, 4)),
        Make(ChartType.Line, "One point", ["only"], new ChartOptions { YTitle = "Value" }, S("x", 42)),
        Make(ChartType.Bar, "All zero", ["a", "b"], new ChartOptions(), S("x", 0, 0)),
        Make(ChartType.Pie, "Nothing to share", ["a", "b"], new ChartOptions(), S("x", 0, 0)),
        Make(ChartType.Doughnut, "The whole", ["all of it"], new ChartOptions(), S("x", 7)),
        Make(ChartType.Pie, "Negative share", ["a", "b"], new ChartOptions(), S("x", 1, -1)),
        Make(ChartType.Radar, "Two axes", ["a", "b"], new ChartOptions(), S("x", 1, 2)),
        Make(ChartType.Line, "Huge and tiny", ["a", "b", "c"], new ChartOptions(), S("x", 1e300, 1, 1e-300), S("y", -4e12, 3.5e12, 2e12)),
        Make(ChartType.HorizontalBar, "Seventy bars", [.. Enumerable.Range(1, 70).Select(i => $"Bar {i}")], new ChartOptions(), S("x", [.. Enumerable.Range(1, 70).Select(i => (double?)i)])),
        Make(ChartType.Bar, "Two hundred bars", [.. Enumerable.Range(1, 200).Select(i => $"b{i}")], new ChartOptions(), S("x", [.. Enumerable.Range(1, 200).Select(i => (double?)(i % 37))])),
        Make(ChartType.Line, "Hostile <b>title</b>", ["<script>", "\"onload=\"x", "&amp;"], new ChartOptions { XTitle = "</svg><script>", YTitle = "\u202Egnp", Unit = "<%>" }, S("<img src=x onerror=1>", 1, 2, 3), S("]]>", 3, 2, 1)),
    ];

    private static double T(int hour, int minute) => TimelineTime.Of(new DateTime(2026, 5, 4, hour, minute, 0));

    private static Chart Make(ChartType type, string title, ImmutableArray<string> labels, ChartOptions options, params ChartDataset[] datasets) =>
        new(type, labels, [.. datasets], $"{title}, as the data says.") { Title = title, Options = options };

    private static ChartDataset S(string label, params double?[] values) => new(label, [.. values]);
}
