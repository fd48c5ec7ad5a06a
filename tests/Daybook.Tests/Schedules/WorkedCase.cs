using System.Text.Json;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using NodaTime.Text;

namespace Daybook.Tests.Schedules;

/// <summary>One line of <c>worked-cases.json</c>.</summary>
internal sealed record WorkedCase(JsonElement Json)
{
    public static IReadOnlyList<WorkedCase> All { get; } = Load();

    public int Number => Json.GetProperty("number").GetInt32();

    public string Schedule => Json.GetProperty("schedule").GetRawText();

    public string From => Json.GetProperty("from").GetString()!;

    public IReadOnlyList<string> Due => [.. Texts(Json.GetProperty("due"))];

    public bool RuleEnds => Json.GetProperty("rule_ends").GetBoolean();

    /// <summary>What the case says, one line an occurrence; those that do not run with their reason.</summary>
    public string Expected
    {
        get
        {
            var running = Due.Zip(Json.GetProperty("flags").EnumerateArray(), (due, flags) => $"{due} {string.Join(' ', Texts(flags))}".TrimEnd());
            var idle = Json.GetProperty("no_run").EnumerateArray().Select(row =>
                $"no run {row.GetProperty("nominal_date").GetString()}{(row.TryGetProperty("slot", out var slot) ? " " + slot.GetString() : "")} {row.GetProperty("reason").GetString()}");
            return string.Join('\n', running.Concat(idle));
        }
    }

    /// <summary>What planning gave, in the same form.</summary>
    public string Actual(IReadOnlyCollection<PlannedOccurrence> occurrences)
    {
        var running = occurrences.Where(occurrence => occurrence.DueAt is not null).Select(occurrence =>
            $"{InstantPattern.General.Format(occurrence.DueAt!.Value)} {string.Join(' ', AdjustmentWords.Of(occurrence.Adjustments))}".TrimEnd());
        var slots = Json.GetProperty("no_run").EnumerateArray().Any(row => row.TryGetProperty("slot", out _));
        var idle = occurrences.Where(occurrence => occurrence.Reason is not null).Select(occurrence =>
            $"no run {FieldText.Of(occurrence.NominalDate)}{(slots ? " " + occurrence.Slot : "")} {EnumWords<SkipReason>.Of(occurrence.Reason!.Value)}");
        return string.Join('\n', running.Concat(idle));
    }

    private static List<WorkedCase> Load()
    {
        using var document = JsonDocument.Parse(Repository.Read("tests/Daybook.Tests/Schedules/worked-cases.json"));
        return [.. document.RootElement.EnumerateArray().Select(json => new WorkedCase(json.Clone()))];
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
