namespace Daybook.Delivery;

/// <summary>Which reports go to a channel.</summary>
internal enum DistributionWhen
{
    Always,

    /// <summary>Only reports in which something failed.</summary>
    WithErrors,

    /// <summary>Only reports in which nothing failed.</summary>
    Complete,
}
