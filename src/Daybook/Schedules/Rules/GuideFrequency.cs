namespace Daybook.Schedules.Rules;

/// <summary>The nearest of the three frequencies that older clients know: daily, weekly, monthly.</summary>
internal sealed class GuideFrequency : IScheduleRuleVisitor<string>
{
    public static GuideFrequency Instance { get; } = new();

    public string Visit(DailyRule rule) => "daily";

    public string Visit(WeeklyRule rule) => "weekly";

    public string Visit(MonthlyRule rule) => "monthly";

    public string Visit(YearlyRule rule) => "monthly";

    public string Visit(CronRule rule) => "daily";

    public string Visit(RecurrenceScheduleRule rule) => "daily";

    public string Visit(IntervalRule rule) => "daily";
}
