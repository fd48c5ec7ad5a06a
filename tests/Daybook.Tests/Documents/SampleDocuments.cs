using System.Numerics;
using Daybook.Documents;

namespace Daybook.Tests.Documents;

/// <summary>Documents that tests of every exporter share.</summary>
internal static class SampleDocuments
{
    public static DocumentMetadata Metadata { get; } = new()
    {
        Title = "Security Operations Summary",
        Subtitle = "Close of Business Report",
        BusinessDate = new DateOnly(2026, 5, 4),
        Zone = "America/New_York",
        PeriodStart = new DateTimeOffset(2026, 5, 1, 18, 0, 0, TimeSpan.FromHours(-4)),
        PeriodEnd = new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.FromHours(-4)),
        Shift = "Day Shift - Americas",
        Operator = "System Generated",
        Classification = "CONFIDENTIAL",
        TemplateId = "close_daily",
        TemplateName = "Close, daily",
        TemplateVersion = "1.0.0",
        GeneratedAt = new DateTimeOffset(2026, 5, 4, 18, 0, 1, TimeSpan.FromHours(-4)),
        Status = ReportStatus.CompletedWithErrors,
        Parameters = """{"shift_name":"Day"}""",
    };

    /// <summary>Every kind of block, inline and cell once.</summary>
    public static ReportDocument EveryNode => new(Metadata,
    [
        new Section("texts", "Texts & <marks>", SectionKind.Data,
        [
            new Heading(1, [Text("Overview "), new CodeSpan("x|y")]),
            new Paragraph(
            [
                Text("Plain, "), new Strong([Text("strong")]), Text(", "), new Emphasis([Text("emphasis")]), Text(", "),
                new Strikethrough([Text("gone")]), Text(", "), new CodeSpan("code `tick`"), Text(", "),
                new Link("https://example.com/a?b=1&c=(2)", [Text("a link")]), new LineBreak(), new SeverityBadge(Severity.High), Text(" badge"),
            ]),
            new ListBlock(false, 1,
            [
                new ListItem(null, [P("one"), new ListBlock(true, 3, [new ListItem(null, [P("three")]), new ListItem(null, [P("four")])])]),
                new ListItem(true, [P("done")]),
                new ListItem(false, [P("to do")]),
            ]),
            new Quote([P("quoted"), P("twice")]),
            new CodeBlock("json", "{\"a\": 1}\n"),
            new Divider(),
            new PageBreak(),
            new Image("image/png", [137, 80, 78, 71], "a dot") { Caption = "The dot" },
            new Callout(Severity.Critical, "Act now", [P("Two findings wait.")]),
        ]) { Icon = "📊", Sources = ["executions.total_tests"], Data = """{"total":1.50}""" },
        new Section("figures", "Figures", SectionKind.Composite,
        [
            new Section("figures_cards", "Cards", SectionKind.Data,
            [
                new MetricCards(
                [
                    new MetricCard("Tests", new IntegerCell(1234)) { Change = "+12.5%", Direction = ChangeDirection.Up, IsGood = true, Note = "against 2026-05-01" },
                    new MetricCard("Availability", new EmptyCell()),
                    new MetricCard("Attack success rate", new PercentCell(61.5m)) { Severity = Severity.Critical, Direction = ChangeDirection.Down, IsGood = false },
                ]),
            ]),
            new Section("figures_table", "Table", SectionKind.Data, [EveryCell]),
            new Section("figures_chart", "Chart", SectionKind.Visualization, [LineChart, Heatmap, Scatter]),
        ]),
        new Section("broken", "Broken", SectionKind.Custom, []) { Status = SectionStatus.Failed, Reason = "The script ran longer than 2 s.", ReasonCode = "script_time" },
        new Section("nothing", "Nothing", SectionKind.Analysis, []) { Status = SectionStatus.Empty, Reason = "No AI provider is configured.", ReasonCode = "no_provider" },
    ]);

    public static Table EveryCell { get; } = new(
        [
            new TableColumn("name", "Name", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true },
            new TableColumn("count", "Count", CellType.Integer, ColumnAlignment.Right),
            new TableColumn("score", "Score", CellType.Decimal, ColumnAlignment.Right) { Decimals = 2 },
            new TableColumn("rate", "Rate", CellType.Percent, ColumnAlignment.Right),
            new TableColumn("cost", "Cost", CellType.Money, ColumnAlignment.Right) { Decimals = 2 },
            new TableColumn("day", "Day", CellType.Date, ColumnAlignment.Left),
            new TableColumn("at", "At", CellType.DateTime, ColumnAlignment.Left),
            new TableColumn("open", "Open", CellType.Boolean, ColumnAlignment.Center),
            new TableColumn("severity", "Severity", CellType.Severity, ColumnAlignment.Left),
        ],
        [
            new TableRow(
            [
                new TextCell([Text("a|b "), new Strong([Text("c")])]), new IntegerCell(BigInteger.Parse("12345678901234567890")), new DecimalCell(0.5m),
                new PercentCell(12.5m), new MoneyCell(1234.5m, "EUR"), new DateCell(new DateOnly(2026, 5, 4)),
                new DateTimeCell(new DateTimeOffset(2026, 5, 4, 17, 2, 11, TimeSpan.Zero)), new BooleanCell(true), new SeverityCell(Severity.Medium),
            ]),
            new TableRow([.. Enumerable.Range(0, 9).Select(_ => (Cell)new EmptyCell())]),
        ])
    {
        Caption = "Every cell",
        Totals = new TableRow([new TextCell([Text("Total")]), new IntegerCell(1), .. Enumerable.Range(0, 7).Select(_ => (Cell)new EmptyCell())]),
        OmittedRows = 7,
    };

    public static Chart LineChart { get; } = new(ChartType.Line, ["Mon", "Tue", "Wed"],
        [new ChartDataset("Prompts", [1, null, 3.25]), new ChartDataset("Blocked", [2, 2, 2]) { Severity = Severity.High }],
        "Prompts rose from 1 to 3.25; Tuesday has no value.")
    {
        Title = "Prompts by day",
        Options = new ChartOptions { XTitle = "Day", YTitle = "Prompts", Unit = "k", Thresholds = [new ChartThreshold(2.5, "limit", Severity.Low)], SampleSize = 6 },
    };

    public static Chart Heatmap { get; } = new(ChartType.Heatmap, ["08:00", "10:00"],
        [new ChartDataset("model-a", [1, 2]), new ChartDataset("model-b", [null, 4])], "model-b at 10:00 is highest with 4.") { Title = "Load" };

    public static Chart Scatter { get; } = new(ChartType.Scatter, [],
        [new ChartDataset("runs", [10, 20]) { XValues = [1, 2] }], "Two runs.") { Options = new ChartOptions { XTitle = "tests", YTitle = "ms" } };

    private static TextInline Text(string text) => new(text);

    private static Paragraph P(string text) => new([Text(text)]);
}
