using System.Text.Json;
using Daybook.Input;

namespace Daybook.Delivery.Bursting;

/// <summary>Whom the report of a part goes to.</summary>
internal sealed class PartRecipients(DistributionReader distributions, PersonalMail mail)
{
    /// <summary>What is wrong with an address shows in the ledger, beside those that are good.</summary>
    public Distribution Of(StoredBurst burst, BurstDefinition definition, StoredBurstPart part)
    {
        var distribution = Read(part.ReadSettings().Distribution ?? default);
        if (burst.OnlyTo is { } only)
            distribution = Read(JsonElement.Parse(only.Text)).Targets is [{ Recipients: [var address, ..] }, ..] ? mail.InPlaceOf(new Distribution([.. distribution.Targets, .. Tested(definition)]), address) : Distribution.Nobody;
        return part.RowCount == 0 && definition.OnNoRows == BurstDefinition.Note ? new Distribution([.. distribution.Targets.Select(target => target with { IsNote = true })]) : distribution;
    }

    /// <summary>Where else those are written to who are tested, for whoever is not written to by mail.</summary>
    private IEnumerable<ChannelTarget> Tested(BurstDefinition definition) =>
        (definition.Recipients ?? []).Take(BurstDividing.TestedRecipients).SelectMany(recipient => Read(recipient.Distribution ?? default).Targets)
        .Concat(definition.RecipientsFrom?.Channel is { } channel ? [new ChannelTarget(channel, [])] : []);

    private Distribution Read(JsonElement config) => distributions.Read(config, "distribution", new FieldProblems());
}
