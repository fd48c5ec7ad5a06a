using System.CommandLine;

namespace Daybook.Commands.Schedules;

/// <summary><c>daybook schedule</c>: what schedules will do, and what those of a server did.</summary>
internal static class ScheduleCommand
{
    public static CommandExamples Create(Terminal terminal)
    {
        var command = new Command("schedule", "Tell when schedules fall due, and look after those of a server.") { ScheduleNextCommand.Create(terminal) };
        foreach (var other in ScheduleServerCommands.Create(terminal))
            command.Add(other);
        return new CommandExamples(
            command,
            [
                "daybook schedule next --rule '{\"type\": \"daily\"}' --times 18:00 --zone America/New_York --calendar nyse",
                "daybook schedule next --rule '{\"cron\": \"0 18 LW * *\"}' --zone UTC --count 12 --format json",
                "daybook schedule next --rule @schedule.json --from 2026-03-06T23:30:00Z",
                "DAYBOOK_TOKEN=… daybook schedule list --server https://reports.example.com",
                "daybook schedule pause 'End of Day Report' --note 'Office move' --until 2026-06-01T00:00:00Z",
                "daybook schedule retry 3f0c1e5a-8f0e-4f3e-9a55-0d1d4f5b6c7d --note 'The address is corrected'",
                "daybook schedule backfill 'End of Day Report' --from 2026-05-04 --to 2026-05-08",
            ]);
    }
}
