namespace Daybook.Schedules.Recurrence;

internal enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
