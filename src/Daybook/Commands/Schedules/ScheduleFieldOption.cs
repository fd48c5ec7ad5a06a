using System.CommandLine;
using System.Text.Json.Nodes;

namespace Daybook.Commands.Schedules;

/// <summary>An option that stands for a field of the schedule.</summary>
/// <param name="Field">The name of the field.</param>
internal sealed record ScheduleFieldOption(Option<string?> Option, string Field)
{
    public static IReadOnlyList<ScheduleFieldOption> All() =>
    [
        Of("--times", "times", "HH:MM,…", "Times of day, or 'close' for the calendar's close of business."),
        Of("--zone", "zone", "ZONE", "IANA zone of the schedule."),
        Of("--on-holiday", "on_holiday", "POLICY", "skip, previous, next or run."),
        Of("--gap", "gap", "POLICY", "What a time does that clocks leave out: end, shift or skip."),
        Of("--overlap", "overlap", "POLICY", "What a time does that clocks show twice: first, second or skip."),
        Of("--month-end", "month_end", "POLICY", "What a day does that a month lacks: clamp or skip."),
        Of("--early-close", "early_close", "POLICY", "ignore or follow."),
        Of("--after-close-minutes", "after_close_minutes", "N", "Minutes after the close."),
        Of("--start-date", "start_date", "DATE", "The first date; every-N rules count from it."),
        Of("--end-date", "end_date", "DATE", "The last date."),
        Of("--report-date", "report_date", "POLICY", "same, previous_day or previous_business_day."),
        Of("--period", "period", "PERIOD", "since_previous, local_day, rolling:PT24H or shift:NAME."),
    ];

    /// <summary>Puts what was typed into the schedule, over what stands there.</summary>
    public void Apply(ParseResult parsed, JsonObject schedule)
    {
        if (parsed.GetValue(Option) is not { } text)
            return;
        schedule[Field] = Field switch
        {
            "times" => new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries).Select(time => (JsonNode)time)]),
            "after_close_minutes" when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var minutes) => minutes,
            _ => text,
        };
        if (Field == "times")
            schedule.Remove("time");
        if (Field == "zone")
            schedule.Remove("timezone");
    }

    private static ScheduleFieldOption Of(string name, string field, string helpName, string description) =>
        new(new Option<string?>(name) { HelpName = helpName, Description = description }, field);
}
