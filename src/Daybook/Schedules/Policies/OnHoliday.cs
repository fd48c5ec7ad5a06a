namespace Daybook.Schedules.Policies;

/// <summary>What becomes of a nominal date that is not a business date.</summary>
internal enum OnHoliday
{
    Skip,
    Previous,
    Next,
    Run,
}
