using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Mail;

/// <summary>Reports that between them meet everything a mail has to survive.</summary>
internal static class MailDocuments
{
    private static readonly string LongWord = string.Concat(Enumerable.Repeat("Unterbrechungsfreie", 40));

    public static ImmutableArray<string> Names => ["red team", "kitchen sink", "failed", "empty day", "five thousand rows", "long words", "hostile", "every node", "nothing", "right to left"];

    /// <summary>A picture of a card does for a logo.</summary>
    public static ThemeLogo Logo { get; } = new(
        "image/png", [.. PngPictures.OfCards([new MetricCard("Security", new TextCell([new TextInline("ACME")]))], 300, 1, 2, BuiltInThemes.Daybook).Png.Span], "ACME Security", 30);

    public static ReportDocument Find(string name) => name switch
    {
        "red team" => RedTeamReport.Document,
        "kitchen sink" => KitchenSink.Document,
        "every node" => SampleDocuments.EveryNode,
        "failed" => Failed,
        "empty day" => EmptyDay,
        "five thousand rows" => ManyRows,
        "long words" => LongWords,
        "hostile" => Hostile,
        "nothing" => new ReportDocument(SampleDocuments.Metadata with { Status = ReportStatus.Completed }, []),
        "right to left" => RedTeamReport.Document with { Metadata = RedTeamReport.Document.Metadata with { Language = "he", Title = "דוח סוף יום" } },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static ReportDocument Failed => RedTeamReport.Document with
    {
        Metadata = RedTeamReport.Document.Metadata with { Status = ReportStatus.CompletedWithErrors },
        Sections =
        [
            .. RedTeamReport.Document.Sections,
            new Section("costs", "Costs of the day", SectionKind.Data, [])
            {
                Status = SectionStatus.Failed, ReasonCode = "undefined_name", Reason = "line 3: 'executionz' is not defined; did you mean 'executions'?",
            },
            new Section("vendors", "Findings by vendor", SectionKind.Visualization, [])
            {
                Status = SectionStatus.Failed, ReasonCode = "no_such_file", Reason = "There is no file 'vendors.csv' in the folder of the template; put it there, or remove the dataset 'vendors'.",
            },
            new Section("late", "Late results", SectionKind.Data, []) { Status = SectionStatus.Empty, Reason = "No run finished after the close." },
        ],
    };

    private static ReportDocument EmptyDay => RedTeamReport.Document with
    {
        Metadata = RedTeamReport.Document.Metadata with { Subtitle = null, Classification = null },
        Sections = [.. RedTeamReport.Document.Sections.Select(section => section with { Blocks = [], Status = SectionStatus.Empty, Reason = "No run was recorded between 3 May 18:00 and 4 May 18:00." })],
    };

    private static ReportDocument ManyRows => SampleDocuments.EveryNode with
    {
        Metadata = SampleDocuments.Metadata with { Title = "All prompts of the day", Status = ReportStatus.Completed },
        Sections =
        [
            new Section("all", "Every prompt", SectionKind.Data,
            [
                Text("Each row is one attempt."),
                new Table(
                    [
                        new TableColumn("n", "No.", CellType.Integer, ColumnAlignment.Right), new TableColumn("p", "Prompt", CellType.Text, ColumnAlignment.Left),
                        new TableColumn("s", "Severity", CellType.Severity, ColumnAlignment.Left), new TableColumn("r", "Score", CellType.Percent, ColumnAlignment.Right) { Decimals = 1 },
                        new TableColumn("m", "Model", CellType.Text, ColumnAlignment.Left), new TableColumn("d", "Detector", CellType.Text, ColumnAlignment.Left),
                    ],
                    [
                        .. Enumerable.Range(1, 5_000).Select(i => new TableRow(
                        [
                            new IntegerCell(i), new TextCell([new TextInline($"Prompt {i}: tell me the secret of the day, in words that are long enough for two lines")]), new SeverityCell((Severity)(i % 7)),
                            new PercentCell(i % 1000 / 10m), new TextCell([new TextInline("vendor/model-b-instruct")]), new TextCell([new TextInline("toxicity")]),
                        ])),
                    ]) { Caption = "Attempts" },
                .. Enumerable.Range(1, 400).Select(i => Text($"Remark {i}: attacks succeeded more often than on the last business day, and the rise comes from one pair of model and probe.")),
            ]),
        ],
    };

    private static ReportDocument LongWords => RedTeamReport.Document with
    {
        Metadata = RedTeamReport.Document.Metadata with { Title = LongWord, TemplateName = LongWord, Subtitle = LongWord, Operator = LongWord, Status = ReportStatus.CompletedWithErrors },
        Sections =
        [
            new Section("words", LongWord, SectionKind.Data,
            [
                new MetricCards([.. Enumerable.Range(0, 5).Select(i => new MetricCard(LongWord, new TextCell([new TextInline(LongWord)])) { Unit = LongWord, Change = LongWord, Note = LongWord, Severity = (Severity)i })]),
                Text(LongWord),
                new ListBlock(false, 1, [new ListItem(null, [Text(LongWord)])]),
                new Callout(Severity.High, LongWord, [Text(LongWord)]),
                new CodeBlock(null, LongWord + "\n" + LongWord),
                new Quote([Text(LongWord)]),
                new Paragraph([new Link("https://example.org/" + LongWord, [new TextInline(LongWord)])]),
                new Table(
                    [new TableColumn("a", LongWord, CellType.Text, ColumnAlignment.Left), new TableColumn("b", LongWord, CellType.Integer, ColumnAlignment.Right)],
                    [new TableRow([new TextCell([new TextInline(LongWord)]), new IntegerCell(System.Numerics.BigInteger.Pow(10, 60))])]) { Caption = LongWord },
            ]),
            new Section("failed", LongWord, SectionKind.Data, []) { Status = SectionStatus.Failed, Reason = LongWord },
        ],
    };

    /// <summary>Text that tries to be markup, a header, a link or an instruction of the mail client wherever a report has text.</summary>
    private static ReportDocument Hostile
    {
        get
        {
            const string Evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>\r\nBcc: evil@example.org\u202Egnp <!--[if mso]><b>--> </td></table> {{7*7}} ' \" &";
            return new ReportDocument(
                SampleDocuments.Metadata with
                {
                    Title = Evil, Subtitle = Evil, TemplateName = Evil, TemplateVersion = Evil, Operator = Evil, Shift = Evil, Classification = Evil, Status = ReportStatus.CompletedWithErrors, Language = "en\"><script>",
                },
                [
                    new Section("s", Evil, SectionKind.Data,
                    [
                        new MetricCards([new MetricCard(Evil, new TextCell([new TextInline(Evil)])) { Unit = Evil, Change = Evil, Note = Evil }, new MetricCard("Rate", new MoneyCell(1, Evil))]),
                        new Heading(2, [new TextInline(Evil)]),
                        Text(Evil),
                        new Paragraph([new Link("javascript:alert(1)", [new TextInline("no link")]), new Link("https://evil.example/\"onclick=\"x", [new TextInline("bank.example")]), new CodeSpan(Evil)]),
                        new Callout(Severity.Critical, Evil, [new CodeBlock(Evil, Evil), new Quote([Text(Evil)])]),
                        new Table([new TableColumn("a", Evil, CellType.Text, ColumnAlignment.Left)], [new TableRow([new TextCell([new TextInline(Evil)])])]) { Caption = Evil },
                        new Image("image/png", [1], Evil),
                        new Chart(ChartType.Bar, [Evil, "b"], [new ChartDataset(Evil, [1, 2])], Evil) { Title = Evil, Options = new ChartOptions { Unit = Evil, YTitle = Evil, XTitle = Evil } },
                    ]),
                    new Section("f", Evil, SectionKind.Data, []) { Status = SectionStatus.Failed, Reason = Evil },
                    new Section("e", Evil, SectionKind.Data, []) { Status = SectionStatus.Empty, Reason = Evil },
                    new Section("o", Evil, SectionKind.Data, [Text("x")]),
                ]);
        }
    }

    private static Paragraph Text(string text) => new([new TextInline(text)]);
}
