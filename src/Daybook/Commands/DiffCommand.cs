using System.CommandLine;
using System.Text.Json;
using Daybook.Documents;
using Daybook.Reports;
using Daybook.Reports.Comparison;

namespace Daybook.Commands;

/// <summary><c>daybook diff</c>: what changed from one report to another, from their JSON exports.</summary>
internal static class DiffCommand
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public static CommandExamples Create(Terminal terminal)
    {
        var before = new Argument<string>("BEFORE") { Description = "JSON export of a report." };
        var after = new Argument<string>("AFTER") { Description = "JSON export of a later one." };
        var format = new Option<string>("--format") { Description = "How the difference is printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("diff", "Tell what changed from one report to another: figures, rows of tables, sections.") { before, after, format };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(terminal, parsed.GetValue(before)!, parsed.GetValue(after)!, parsed.GetValue(format) == "json", cancellationToken));
        return new CommandExamples(command, ["daybook diff COB_Report_20260504.json COB_Report_20260505.json", "daybook diff monday.json tuesday.json --format json | jq .figures"]);
    }

    private static async Task<int> RunAsync(Terminal terminal, string before, string after, bool asJson, CancellationToken cancellationToken)
    {
        var difference = ReportDifference.Between(
            await ReadAsync(terminal, before, cancellationToken).ConfigureAwait(false), await ReadAsync(terminal, after, cancellationToken).ConfigureAwait(false));
        if (asJson)
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(difference, ReportsJson.Default.ReportDifference)).ConfigureAwait(false);
        else
            await DifferenceText.WriteAsync(difference, terminal.Out).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private static async Task<ComparedReport> ReadAsync(Terminal terminal, string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(terminal.Locate(path), cancellationToken).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(bytes, Deep);
            var document = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("document", out var inner) ? inner : json.RootElement;
            return new ComparedReport(DocumentJson.Read(System.Text.Encoding.UTF8.GetBytes(document.GetRawText())), null);
        }
        catch (Exception wrong) when (wrong is JsonException or DocumentFormatException)
        {
            throw new CommandFailure(ExitCode.DataError, $"'{path}' is no JSON export of a report: {wrong.Message}", wrong);
        }
    }
}
