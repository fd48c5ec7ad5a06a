namespace Daybook.RedTeam;

/// <summary>What is kept of an earlier period.</summary>
internal sealed class PeriodTally(DateOnly businessDate)
{
    public DateOnly BusinessDate => businessDate;

    public Counts Total { get; private set; }

    public Tally<GroupName> ByModel { get; } = new();

    public Tally<string> ByProbe { get; } = new();

    public Tally<ScorerOnModel> ByScorerOnModel { get; } = new();

    /// <summary>Keyed by the hour of the day (0–23) in the report's zone.</summary>
    public Tally<int> ByHour { get; } = new();

    public void Add(AttackResult result, int hour)
    {
        var counts = Counts.Of(result);
        var model = new GroupName(result.Run.Model);
        Total += counts;
        ByModel.Add(model, counts);
        ByProbe.Add(result.Attack, counts);
        ByScorerOnModel.Add(new ScorerOnModel(result.Scorer, model), counts);
        ByHour.Add(hour, counts);
    }
}
