using Daybook.Schedules.Cron;

namespace Daybook.Schedules.Rules;

/// <summary>A cron expression, which brings its own times.</summary>
internal sealed record CronRule(CronExpression Expression) : ScheduleRule
{
    public override T Accept<T>(IScheduleRuleVisitor<T> visitor) => visitor.Visit(this);
}
