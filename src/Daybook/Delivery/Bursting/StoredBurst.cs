using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Reports;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Delivery.Bursting;

/// <summary>A burst as the server keeps it.</summary>
internal sealed record StoredBurst
{
    public required BurstId Id { get; init; }

    public required TemplateId TemplateId { get; init; }

    public int TemplateVersion { get; init; }

    public Json TemplateSnapshot { get; init; }

    public DateOnly ReportDate { get; init; }

    public string? CloseTime { get; init; }

    /// <summary><see cref="ReportInputs"/> of the report as a whole.</summary>
    public Json Inputs { get; init; }

    public Json SuppliedParameters { get; init; }

    /// <summary><see cref="BurstDefinition"/>.</summary>
    public Json Definition { get; init; }

    public ForeignId? OccurrenceId { get; init; }

    public ForeignId? ScheduleId { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public bool IsTest { get; init; }

    /// <summary>Of the occurrence.</summary>
    public int Revision { get; init; } = 1;

    public int Priority { get; init; }

    /// <summary>As in <see cref="BurstOrder"/>.</summary>
    public Json? OnlyTo { get; init; }

    public string? SuppressBecause { get; init; }

    public required BurstState State { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>An array of <see cref="UnassignedKey"/>; null until the data is divided.</summary>
    public Json? Unassigned { get; init; }

    public UserId OrderedBy { get; init; }

    public DateTimeOffset OrderedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Rises with every claim: who holds an older one may write no more.</summary>
    public long Fence { get; init; }

    public int Attempt { get; init; }

    public ImmutableArray<UnassignedKey> ReadUnassigned() => Unassigned is { } kept ? JsonSerializer.Deserialize(kept.Text, BurstJson.Default.ImmutableArrayUnassignedKey) : [];

    public BurstDefinition ReadDefinition() => JsonSerializer.Deserialize(Definition.Text, BurstJson.Default.BurstDefinition)!;

    public ReportTemplate ReadTemplate() => TemplateInput.Require(TemplateCatalog.ReadText(TemplateSnapshot.Text, "template.json"));
}
