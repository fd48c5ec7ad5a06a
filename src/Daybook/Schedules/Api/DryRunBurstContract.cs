using System.Collections.Immutable;
using Daybook.Delivery.Bursting;

namespace Daybook.Schedules.Api;

/// <summary>Into which parts an occurrence of a schedule divides its report.</summary>
/// <param name="Split">The column whose value says whose a row is.</param>
/// <param name="Dataset">Of the template, where the recipients stand in one when the occurrence is due; null where they are written out.</param>
/// <param name="Parts">One a recipient; empty where a dataset names them.</param>
internal sealed record DryRunBurstContract(string Split, string? Dataset, ImmutableArray<DryRunPartContract> Parts)
{
    public static DryRunBurstContract? Of(BurstDefinition? burst) => burst is null ? null : new DryRunBurstContract(
        burst.Split ?? "",
        burst.RecipientsFrom?.Dataset,
        [.. (burst.Recipients ?? []).Select(recipient => new DryRunPartContract(
            recipient.Key ?? "", recipient.Name ?? recipient.Key ?? "", recipient.ExportFormats, recipient.Timezone, [.. recipient.Distribution is { ValueKind: System.Text.Json.JsonValueKind.Object } config ? config.EnumerateObject().Select(channel => channel.Name) : []]))]);
}

/// <param name="Formats">Null takes those of the schedule.</param>
/// <param name="Timezone">Null takes the schedule's.</param>
internal sealed record DryRunPartContract(string Key, string Name, ImmutableArray<string>? Formats, string? Timezone, ImmutableArray<string> Channels);
