using System.Globalization;
using Daybook.Documents;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Pdf;

/// <summary>What only paper can trip over: texts, boxes and rows that are longer than a page, tables that are wider, links in all of them.</summary>
internal static class PaperSink
{
    private const string Words = "The run was stopped, its log was read to the last whole line, and every figure below rests on what was read. ";

    public static ReportDocument Document => new(
        SampleDocuments.Metadata with { Title = "Paper sink", Subtitle = "What paper has to survive", Classification = "TLP:RED", Status = ReportStatus.Completed },
        [
            new Section("long", "A paragraph of three pages", SectionKind.Data, [P(string.Concat(Enumerable.Repeat(Words, 110)))]),
            new Section("boxes", "Boxes that go on", SectionKind.Data,
            [
                new Callout(Severity.Medium, "A callout of more than a page", [P(string.Concat(Enumerable.Repeat(Words, 20))), Steps, new Quote([P(Words), new Quote([P(Words)])]), P(string.Concat(Enumerable.Repeat(Words, 14)))]),
                new CodeBlock("text", string.Concat(Enumerable.Range(1, 70).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i:000}  {new string('.', i % 40)}\n")))),
            ]),
            new Section("wide", "Tables that are too wide", SectionKind.Data, [Table(14, 8, "Turned"), P("What follows stays on the turned page while it lasts."), Table(60, 5, "Sixty columns")]),
            new Section("tall", "A row taller than a page", SectionKind.Data, [Tall]),
            new Section("money", "Numbers on their point", SectionKind.Data, [Numbers]),
            new Section("linked", "Links", SectionKind.Data,
            [
                new Paragraph([new Link("#wide", [T("To the wide tables, in words long enough that the link itself is broken between two lines of the paragraph it stands in, as links of reports are")]), T(".")]),
                new ListBlock(false, 1, [new ListItem(null, [new Paragraph([new Link("https://example.org/" + new string('x', 90), [T("https://example.org/" + new string('x', 90))])])])]),
            ]),
        ]);

    private static ListBlock Steps { get; } = new(true, 9, [.. Enumerable.Range(9, 4).Select(i => new ListItem(null, [P($"Step {i}. {Words}")]))]);

    private static Table Tall { get; } = new(
        [
            new TableColumn("id", "Finding", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true },
            new TableColumn("text", "Evidence", CellType.Text, ColumnAlignment.Left),
        ],
        [
            new TableRow([new TextCell([T("F-1")]), new TextCell([T("short")])]),
            new TableRow([new TextCell([T("F-2")]), new TextCell([T(string.Concat(Enumerable.Repeat(Words, 70)))])]),
            new TableRow([new TextCell([T("F-3")]), new TextCell([T("short again")])]),
        ]);

    private static Table Numbers { get; } = new(
        [
            new TableColumn("name", "Measure", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true },
            new TableColumn("value", "Value", CellType.Decimal, ColumnAlignment.Right),
            new TableColumn("share", "Share", CellType.Percent, ColumnAlignment.Right),
            new TableColumn("cost", "Cost", CellType.Money, ColumnAlignment.Right) { Decimals = 2 },
        ],
        [
            Row("one", 1m, 12.5m, 3m), Row("two", 1234.5m, 7m, 1234567.891m), Row("three", -0.125m, 100m, -12m), Row("four", 0.00001m, 0.25m, 0m),
        ])
    { Totals = new TableRow([new TextCell([T("Total")]), new DecimalCell(1235.37501m), new EmptyCell(), new MoneyCell(1234558.891m, "EUR")]) };

    private static Table Table(int columns, int rows, string caption) => new(
        [
            new TableColumn("m", "Model", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true },
            .. Enumerable.Range(1, columns - 1).Select(i => new TableColumn($"c{i}", $"Category {i}", CellType.Integer, ColumnAlignment.Right)),
        ],
        [.. Enumerable.Range(1, rows).Select(row => new TableRow([new TextCell([T($"model-{row}-instruct")]), .. Enumerable.Range(1, columns - 1).Select(i => (Cell)new IntegerCell(row * i * 7919))]))])
    { Caption = caption };

    private static TableRow Row(string name, decimal value, decimal share, decimal cost) =>
        new([new TextCell([T(name)]), new DecimalCell(value), new PercentCell(share), new MoneyCell(cost, "EUR")]);

    private static TextInline T(string text) => new(text);

    private static Paragraph P(string text) => new([T(text)]);
}
