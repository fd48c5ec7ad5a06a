using Daybook.Composition;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>A burst that is asked for.</summary>
/// <param name="Report">What is collected, and made for each recipient.</param>
internal sealed record BurstOrder(GenerateRequest Report, BurstDefinition Definition)
{
    /// <summary>What the reports cover; null takes it from the request.</summary>
    public ReportPeriod? Period { get; init; }

    public Guid? OccurrenceId { get; init; }

    public Guid? ScheduleId { get; init; }

    /// <summary>Of the occurrence: rises when its reports are made anew.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Of several reports that wait, those with the higher number go first.</summary>
    public int Priority { get; init; }

    /// <summary>Nothing is sent earlier; null sends at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Makes the reports of a few recipients, marked as tests.</summary>
    public bool IsTest { get; init; }

    /// <summary>A distribution that gets every report in place of the recipients; null sends to them.</summary>
    public Json? OnlyTo { get; init; }

    /// <summary>Why all of it is only written down and not sent, as a sentence; null sends it.</summary>
    public string? SuppressBecause { get; init; }
}
