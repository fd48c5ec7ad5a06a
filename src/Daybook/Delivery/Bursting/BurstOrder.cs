using Daybook.Composition;
using Daybook.Reports;

namespace Daybook.Delivery.Bursting;

/// <summary>A burst that is asked for.</summary>
/// <param name="Report">What is collected, and made for each recipient.</param>
internal sealed record BurstOrder(GenerateRequest Report, BurstDefinition Definition)
{
    /// <summary>What the reports cover; null takes it from the request.</summary>
    public ReportPeriod? Period { get; init; }

    public Guid? OccurrenceId { get; init; }

    public Guid? ScheduleId { get; init; }

    /// <summary>Nothing is sent earlier; null sends at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public bool IsTest { get; init; }
}
