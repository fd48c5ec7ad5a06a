using System.Collections.Immutable;
using System.Globalization;
using Daybook.Composition;
using Daybook.RedTeam;
using NodaTime.Text;
using Spectre.Console;

namespace Daybook.Commands;

/// <summary>Logs as a person reads them: a head for each run, then a table of probes and detectors.</summary>
internal static class InspectText
{
    public static void Write(IEnumerable<GarakLog> logs, Terminal terminal)
    {
        var console = terminal.ConsoleOf(terminal.Out);
        foreach (var log in logs)
        {
            terminal.Out.WriteLine($"{log.File}: {Count(log.Bytes)} bytes, {Count(log.Lines)} lines ({string.Join(", ", log.Entries.Select(entry => $"{Count(entry.Value)} {entry.Key}"))})");
            Notes(log.Notes, terminal.Out, "  ");
            foreach (var run in log.Runs)
                Write(run, terminal.Out, console);
        }
    }

    private static void Write(GarakRun run, TextWriter output, IAnsiConsole console)
    {
        var summary = run.Summary;
        output.WriteLine($"  run {summary.RunId ?? "(no id)"}: garak {summary.ToolVersion ?? "(version unknown)"}, target {summary.GeneratorType ?? "(type unknown)"} {summary.Model ?? "(name unknown)"}, {StateOf(summary.State)}");
        output.WriteLine($"  {Time(summary.Started)} to {Time(summary.Ended)}; threshold {summary.Threshold?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}{(summary.ThresholdAssumed ? " (assumed)" : "")}");
        output.WriteLine($"  attempts: {Count(summary.FinishedAttempts)} finished, {Count(summary.UnfinishedAttempts)} unfinished, {Count(summary.NeverSentAttempts)} never sent, {Count(run.ControlAttempts)} control");
        if (run.Results.IsEmpty)
            output.WriteLine("  no results: not assessed");
        else
            console.Write(Table(run.Results));
        Notes(summary.Notes, output, "  ");
        output.WriteLine();
    }

    private static Table Table(ImmutableArray<GarakResult> results)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Probe", "Detector");
        foreach (var title in new[] { "Evaluated", "Hits", "Nones", "Attack success", "95 % interval" })
            table.AddColumn(new TableColumn(title).RightAligned());
        table.AddColumn("Its own eval line");
        foreach (var result in results)
        {
            table.AddRow(new[]
            {
                result.Probe,
                result.Detector + (result.IsControl ? " (control)" : result.IsPrimary ? "" : " (extended)"),
                Count(result.Evaluated),
                Count(result.Hits),
                Count(result.Nones),
                Percent(result.AttackSuccessRate, "0.00"),
                Interval(result),
                CheckOf(result),
            }.Select(text => new Text(SafeText.Of(text))));
        }

        return table;
    }

    /// <summary>garak's own interval is named; without one, ours is shown.</summary>
    private static string Interval(GarakResult result) => (result.GivenInterval, result.OwnInterval) switch
    {
        ({ } given, _) => $"{Percent(given.Lower, "0.0")} to {Percent(given.Upper, "0.0")} (garak)",
        (null, { } own) => $"{Percent(own.Lower, "0.0")} to {Percent(own.Upper, "0.0")}",
        (null, null) => "–",
    };

    private static string CheckOf(GarakResult result) => result.Check switch
    {
        ClaimCheck.Agrees => "agrees",
        ClaimCheck.Mismatch => result.Claim is { } claim ? $"differs: {Count(claim.Hits)} hits of {Count(claim.Evaluated)}" : "differs",
        ClaimCheck.EvalMissing => "missing",
        ClaimCheck.NoEvidence => "no attempts to check it",
        ClaimCheck.NotApplicable => "none (hitlog)",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Check, null),
    };

    private static string StateOf(RunState state) => state.ToString().ToLowerInvariant();

    private static void Notes(ImmutableArray<DataNote> notes, TextWriter output, string indent)
    {
        foreach (var note in notes)
            output.WriteLine($"{indent}note: {note.Message} [{note.Code}]");
    }

    private static string Percent(decimal? value, string format) => value is null ? "–" : value.Value.ToString(format, CultureInfo.InvariantCulture) + "%";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(NodaTime.Instant? instant) => instant is { } at ? InstantPattern.General.Format(at) : "(unknown)";
}
