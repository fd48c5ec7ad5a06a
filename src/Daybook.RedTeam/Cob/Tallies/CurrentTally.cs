using System.Collections.Immutable;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>The counts of the reported period, by everything the report groups them by.</summary>
internal sealed class CurrentTally(DateTimeZone zone)
{
    private const string Garak = "garak";

    private readonly Dictionary<DateTimeOffset, HourTally> _hours = [];

    public Counts Total { get; private set; }

    public Tally<GroupName> ByModel { get; } = new();

    public Tally<GroupName> ByGenerator { get; } = new();

    public Tally<string> ByScorer { get; } = new();

    /// <summary>Further detectors that judge what a primary one judges too: listed, never added to anything.</summary>
    public Tally<string> ByExtendedScorer { get; } = new();

    public Tally<string> ByProbe { get; } = new();

    public Tally<string> ByDataset { get; } = new();

    public Tally<string> ByTag { get; } = new();

    public Tally<(GroupName Model, string Attack)> ByModelAndAttack { get; } = new();

    public Tally<ScorerOnModel> ByScorerOnModel { get; } = new();

    public Tally<Requirement> ByRequirement { get; } = new();

    public IReadOnlyDictionary<DateTimeOffset, HourTally> Hours => _hours;

    /// <summary>Tests of runs whose log names no tags.</summary>
    public long Untagged { get; private set; }

    public void Add(AttackResult result, Instant time)
    {
        var counts = Counts.Of(result);
        var model = new GroupName(result.Run.Model);
        Total += counts;
        ByModel.Add(model, counts);
        ByGenerator.Add(new GroupName(result.Run.GeneratorType), counts);
        ByScorer.Add(result.Scorer, counts);
        ByModelAndAttack.Add((model, result.Attack), counts);
        ByScorerOnModel.Add(new ScorerOnModel(result.Scorer, model), counts);
        (result.Run.Source == Garak ? ByProbe : ByDataset).Add(result.Attack, counts);
        AddTags(result, counts);
        if (counts.CriticalAndHigh > 0)
            Hour(time).Add(result);
    }

    private void AddTags(AttackResult result, Counts counts)
    {
        var tags = result.Tags.Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (tags.IsEmpty && result.Run.Source == Garak)
            Untagged += counts.Tests;
        foreach (var tag in tags)
            ByTag.Add(tag, counts);
        foreach (var requirement in Framework.All.SelectMany(framework => framework.Requirements))
        {
            if (requirement.Covers(tags))
                ByRequirement.Add(requirement, counts);
        }
    }

    private HourTally Hour(Instant time)
    {
        var local = time.InZone(zone);
        var start = local.LocalDateTime.With(TimeAdjusters.TruncateToHour).WithOffset(local.Offset).ToDateTimeOffset();
        if (!_hours.TryGetValue(start, out var hour))
            _hours[start] = hour = new HourTally();
        return hour;
    }
}
