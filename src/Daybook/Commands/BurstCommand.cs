using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Daybook.Commands;

/// <summary><c>daybook burst</c>: what became of a report that was divided among recipients, and another try for those who have none.</summary>
internal static class BurstCommand
{
    public static CommandExamples Create(Terminal terminal) => new(
        new Command("burst", "Look after reports of a server that are divided among recipients.") { Show(terminal), Retry(terminal) },
        ["daybook burst show 3f0c1e5a-8f0e-4f3e-9a55-0d1d4f5b6c7d", "daybook burst retry 3f0c1e5a-8f0e-4f3e-9a55-0d1d4f5b6c7d --burst mended.json"]);

    private static Command Show(Terminal terminal)
    {
        var burst = Burst();
        return ServerApi.Asking(terminal, new Command("show", "Tell where each recipient stands.") { burst }, async (parsed, api, cancellationToken) =>
        {
            var found = await api.AskAsync(HttpMethod.Get, PathOf(parsed.GetValue(burst)!), null, cancellationToken).ConfigureAwait(false);
            terminal.Out.WriteLine($"{Text(found, "state")} {Text(found, "error_message")}".TrimEnd());
            var table = new Table().Border(TableBorder.Simple).AddColumns("Recipient", "Key", "Rows", "State", "Why");
            foreach (var part in found.GetProperty("parts").EnumerateArray())
                table.AddRow([.. new[] { Text(part, "name"), Text(part, "key"), Text(part, "rows"), Text(part, "state"), $"{Text(part, "reason_code")} {Text(part, "reason")}".Trim() }.Select(text => Markup.Escape(SafeText.Of(text)))]);
            terminal.ConsoleOf(terminal.Out).Write(table);
        });
    }

    private static Command Retry(Terminal terminal)
    {
        var (burst, mended) = (Burst(), new Option<string?>("--burst") { HelpName = "FILE", Description = "A JSON file with the burst as it should be now, as in the order. Default: as it was ordered." });
        return ServerApi.Asking(terminal, new Command("retry", "Make the parts that failed once more, and send those alone.") { burst, mended }, async (parsed, api, cancellationToken) =>
        {
            var body = new JsonObject { ["burst"] = parsed.GetValue(mended) is { } file ? Read(terminal, file) : null };
            var answer = await api.AskAsync(HttpMethod.Post, $"{PathOf(parsed.GetValue(burst)!)}/retry", body.ToJsonString(), cancellationToken).ConfigureAwait(false);
            terminal.Out.WriteLine(Text(answer, "message"));
        });
    }

    private static JsonNode? Read(Terminal terminal, string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(terminal.Locate(file)));
        }
        catch (JsonException wrong)
        {
            throw new CommandFailure(ExitCode.InvalidInput, $"--burst: {file} is not JSON: {wrong.Message}", wrong);
        }
    }

    private static Argument<string> Burst() => new("BURST") { Description = "Id of a burst." };

    private static string PathOf(string burst) => $"bursts/{ServerApi.IdOf(burst, "a burst")}";

    private static string Text(JsonElement json, string name) => json.GetProperty(name).ToString();
}
