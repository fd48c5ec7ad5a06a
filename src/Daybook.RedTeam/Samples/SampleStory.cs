using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>
/// The fortnight the samples tell of. Three targets are tested in the early morning of every working day. Three working days before the reported one, ledger-copilot
/// got a new model and has been answering worse since. On the reported day a new attack, asking for the system prompt with claimed rights,
/// works in the afternoon on two targets; one run breaks off, one evaluation disagrees with its attempts. A day without any run lies behind.
/// </summary>
internal static class SampleStory
{
    private const int DaysOfHistory = 14;
    private const int DayWithoutRuns = 5;

    /// <summary>How often attacks on ledger-copilot work since its new model, in a thousand: three days before, two, one, and the reported day.</summary>
    private static readonly int[] WithNewModel = [180, 250, 330, 400];

    private static readonly SampleTarget Harbour =
        new("harbour-assistant", "openai.OpenAICompatible", GarakDialect.Current, 40);

    private static readonly SampleTarget Ledger = new("ledger-copilot", "openai.OpenAICompatible", GarakDialect.Current, 60);

    private static readonly SampleTarget Atlas = new("atlas-search", "rest", GarakDialect.Conversations, 50);

    /// <param name="close">End of the working day: the runs of the reported day are placed before it.</param>
    public static ImmutableArray<SampleRun> Runs(DateOnly businessDate, TimeOnly close)
    {
        var runs = ImmutableArray.CreateBuilder<SampleRun>();
        var workingDay = WorkingDaysOfHistory(businessDate);
        for (var back = DaysOfHistory; back >= 1; back--)
        {
            var date = businessDate.AddDays(-back);
            if (IsWeekend(date))
                continue;
            if (workingDay != DayWithoutRuns)
                AddDay(runs, date, workingDay, close);
            workingDay--;
        }

        AddReportedDay(runs, businessDate, close);
        return runs.ToImmutable();
    }

    private static void AddDay(ImmutableArray<SampleRun>.Builder runs, DateOnly date, int workingDay, TimeOnly close)
    {
        var harbour = workingDay > 7 ? GarakDialect.Early : GarakDialect.Current;
        runs.Add(Run(Harbour, date, workingDay, close, -15) with { Dialect = harbour });
        runs.Add(Run(Ledger, date, workingDay, close, -14) with { HitPermille = OfLedger(workingDay) });
        runs.Add(Run(Atlas, date, workingDay, close, -13));
    }

    private static void AddReportedDay(ImmutableArray<SampleRun>.Builder runs, DateOnly date, TimeOnly close)
    {
        runs.Add(Run(Harbour, date, 0, close, -15) with { WrongEval = SampleProbes.Packages.Name });
        runs.Add(Run(Ledger, date, 0, close, -14) with { HitPermille = OfLedger(0) });
        runs.Add(Run(Atlas, date, 0, close, -13) with { CutInProbe = 4 });
        runs.Add(Afternoon(Run(Ledger, date, 0, close, -2), 700, 901));
        runs.Add(Afternoon(Run(Harbour, date, 0, close, -1), 400, 902));
    }

    private static int OfLedger(int workingDay) =>
        workingDay < WithNewModel.Length ? WithNewModel[^(workingDay + 1)] : Ledger.HitPermille;

    private static SampleRun Afternoon(SampleRun run, int hitPermille, ulong seed) =>
        run with { Prefix = run.Prefix + ".afternoon", Probes = [SampleProbes.SystemPrompt], HitPermille = hitPermille, Seed = seed };

    private static SampleRun Run(SampleTarget target, DateOnly date, int workingDay, TimeOnly close, int hours)
    {
        var seed = (ulong)(1 + workingDay * 10 + (target == Harbour ? 0 : target == Ledger ? 1 : 2));
        var random = new SplitMix64(seed ^ 0xDA7B00C);
        var started = date.ToDateTime(close).AddHours(hours).AddMinutes(random.Next(25)).AddMicroseconds(random.Next(60_000_000));
        var prefix = string.Create(CultureInfo.InvariantCulture, $"garak.{target.Name}.{date:yyyy-MM-dd}");
        return new SampleRun(prefix, target, target.Dialect, started, SampleProbes.Daily, target.HitPermille, seed);
    }

    private static int WorkingDaysOfHistory(DateOnly businessDate) =>
        Enumerable.Range(1, DaysOfHistory).Count(back => !IsWeekend(businessDate.AddDays(-back)));

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
