namespace Daybook.Schedules.Policies;

/// <summary>How the report date follows from the business date.</summary>
internal enum ReportDate
{
    Same,
    PreviousDay,
    PreviousBusinessDay,
}
