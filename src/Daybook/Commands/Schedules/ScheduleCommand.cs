using System.CommandLine;

namespace Daybook.Commands.Schedules;

/// <summary><c>daybook schedule</c>: what schedules will do.</summary>
internal static class ScheduleCommand
{
    public static CommandExamples Create(Terminal terminal) => new(
        new Command("schedule", "Tell when schedules fall due.") { ScheduleNextCommand.Create(terminal) },
        [
            "daybook schedule next --rule '{\"type\": \"daily\"}' --times 18:00 --zone America/New_York --calendar nyse",
            "daybook schedule next --rule '{\"cron\": \"0 18 LW * *\"}' --zone UTC --count 12 --format json",
            "daybook schedule next --rule @schedule.json --from 2026-03-06T23:30:00Z",
        ]);
}
