using NodaTime;

namespace Daybook.RedTeam;

/// <summary>Critical and high findings of the last twelve hours of the period (R8, R9).</summary>
internal sealed class WindowTally
{
    /// <summary>In the last six hours.</summary>
    public long Recent { get; private set; }

    /// <summary>In the six hours before those, which may lie in the period before.</summary>
    public long Before { get; private set; }

    /// <summary>Of the last six hours.</summary>
    public Tally<ScorerOnModel> ByScorerOnModel { get; } = new();

    public void Add(AttackResult result, Instant time, PeriodCalendar calendar)
    {
        var counts = Counts.Of(result);
        if (calendar.IsBetween(time, EscalationRule.WindowHours, 0))
        {
            Recent += counts.CriticalAndHigh;
            ByScorerOnModel.Add(new ScorerOnModel(result.Scorer, new GroupName(result.Run.Model)), counts);
        }
        else if (calendar.IsBetween(time, 2 * EscalationRule.WindowHours, EscalationRule.WindowHours))
        {
            Before += counts.CriticalAndHigh;
        }
    }
}
