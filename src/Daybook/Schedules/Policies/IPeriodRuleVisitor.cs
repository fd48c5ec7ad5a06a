namespace Daybook.Schedules.Policies;

internal interface IPeriodRuleVisitor<out T>
{
    T Visit(SincePrevious period);

    T Visit(LocalDay period);

    T Visit(Rolling period);

    T Visit(Shift period);
}
