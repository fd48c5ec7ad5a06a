namespace Daybook.Schedules.Policies;

/// <summary>What becomes of a report of which a block or a format failed.</summary>
internal enum OnPartial
{
    /// <summary>It is delivered, and the occurrence says that it completed with errors.</summary>
    Deliver,

    /// <summary>It waits for a person.</summary>
    Hold,

    /// <summary>It is not delivered, and the occurrence has failed.</summary>
    Fail,
}
