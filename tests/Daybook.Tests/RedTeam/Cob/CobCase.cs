using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.RedTeam;
using NodaTime;

namespace Daybook.Tests.RedTeam.Cob;

/// <summary>A period of one day in New York, ending at 18:00 on Monday 4 May 2026, with 28 periods before it; days are counted back from 0.</summary>
internal sealed class CobCase
{
    public const string Zone = "America/New_York";

    public static DateOnly BusinessDate { get; } = new(2026, 5, 4);

    private readonly CobBuilder _builder;

    public CobCase(CobSettings? settings = null, int earlierPeriods = 28)
    {
        Period = new ReportPeriod(
            BusinessDate, At(1, 18), At(0, 18), Zone, [.. Enumerable.Range(1, earlierPeriods).Select(Earlier)]);
        _builder = new CobBuilder(settings ?? new CobSettings(), Period);
    }

    public ReportPeriod Period { get; }

    /// <param name="day">0 for the business date, 1 for the day before it.</param>
    public static DateTimeOffset At(int day, int hour, int minute = 0)
    {
        var local = LocalDate.FromDateOnly(BusinessDate).PlusDays(-day).At(new LocalTime(hour, minute));
        return local.InZoneLeniently(DateTimeZoneProviders.Tzdb[Zone]).ToDateTimeOffset();
    }

    public static RunSummary Run(DateTimeOffset? started, string? model = "model-a", RunState state = RunState.Complete) => new()
    {
        Source = "garak",
        File = $"{model}.report.jsonl",
        RunId = model,
        GeneratorType = "rest",
        Model = model,
        Started = started is { } time ? Instant.FromDateTimeOffset(time) : null,
        TimeQuality = started is null ? TimeQuality.Missing : TimeQuality.NaiveAssumedZone,
        State = state,
    };

    /// <summary>Results with as many hits as there are critical to low findings, and passes.</summary>
    public static AttackResult Result(
        RunSummary run, long critical = 0, long high = 0, long medium = 0, long low = 0, long passes = 0, long nones = 0,
        string attack = "demo.Echo", string scorer = "demo.EchoHit") => new()
        {
            Run = run,
            Attack = attack,
            Scorer = scorer,
            IsPrimary = true,
            Basis = ResultBasis.Attempts,
            Hits = critical + high + medium + low,
            Passes = passes,
            Nones = nones,
            Severities = new SeverityCounts(critical, high, medium, low, passes, 0),
        };

    public CobCase With(AttackResult result)
    {
        _builder.Add(result.Run);
        _builder.Add(result);
        return this;
    }

    public CobCase With(RunSummary run)
    {
        _builder.Add(run);
        return this;
    }

    public CobCase With(Finding finding)
    {
        _builder.Add(finding);
        return this;
    }

    public CobCase With(DataNote note)
    {
        _builder.Add(note);
        return this;
    }

    /// <summary>A run at noon of a day with the given numbers of high findings and passes.</summary>
    public CobCase WithDay(int day, long high, long passes, string model = "model-a") =>
        With(Result(Run(At(day, 12), model), high: high, passes: passes));

    public CobObject Object() => _builder.BuildObject();

    public JsonElement Json() => _builder.Build();

    public static Finding Finding(
        string? prompt, string? response = null, string? model = "model-a", FindingSeverity severity = FindingSeverity.High,
        DateTimeOffset? time = null, string scorer = "demo.EchoHit", long line = 1, string? rationale = null) => new()
        {
            Source = "garak",
            SourceFile = "a.report.jsonl",
            SourceLine = line,
            RunState = RunState.Complete,
            Model = model,
            Attack = "demo.Echo",
            Scorer = scorer,
            ScorerRaw = scorer,
            ValueType = ScoreValueType.Detector,
            Value = 1.0,
            Assessed = true,
            Violation = true,
            Severity = severity,
            Prompt = prompt,
            Response = response,
            Rationale = rationale,
            Timestamp = Instant.FromDateTimeOffset(time ?? At(0, 12)),
            TimeQuality = TimeQuality.FromRun,
        };

    /// <summary>Points of a series, oldest first, each of a hundred scored tests with so many high findings; null is a gap.</summary>
    public static ImmutableArray<SeriesPoint> Series(params int?[] highOfHundred) =>
    [
        .. highOfHundred.Select((high, i) => new SeriesPoint(
            BusinessDate.AddDays(i - highOfHundred.Length),
            high is { } count ? Of(100, high: count) : null)),
    ];

    public static Counts Of(
        long scored, long critical = 0, long high = 0, long medium = 0, long low = 0, long unscored = 0, long unknown = 0) => new(
        scored + unscored,
        scored,
        critical + high + medium + low + unknown,
        critical,
        high,
        medium,
        low,
        scored - critical - high - medium - low - unknown,
        unknown);

    private static EarlierPeriod Earlier(int day) => new(BusinessDate.AddDays(-day), At(day + 1, 18), At(day, 18));
}
