namespace Daybook.Schedules.Policies;

/// <summary>What becomes of an occurrence that falls due while another of the same schedule is running.</summary>
internal enum Concurrency
{
    QueueOne,
    Skip,
    Allow,
    CancelPrevious,
}
