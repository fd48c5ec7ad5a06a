using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Composition;

namespace Daybook.Delivery.Bursting;

/// <summary>How one report becomes many: by which column its data is divided, and who gets which part.</summary>
/// <param name="Split">The column whose value says whose a row is.</param>
/// <param name="Shared">Datasets that every recipient sees whole; null for none.</param>
/// <param name="Recipients">Written out; null where <paramref name="RecipientsFrom"/> stands.</param>
/// <param name="RecipientsFrom">A dataset of the template that lists them; null where <paramref name="Recipients"/> stand.</param>
/// <param name="OnNoRows"><c>skip</c> (also null), <c>send</c> or <c>note</c>: what happens for a recipient without rows.</param>
/// <param name="SendIf">A Jinja expression over the data of each recipient's report, which is sent only where it is true; null sends all.</param>
/// <param name="Alarm">A distribution that is told of rows without recipient and of parts that failed; null tells nobody beside the history.</param>
internal sealed record BurstDefinition(
    string? Split,
    ImmutableArray<string>? Shared = null,
    ImmutableArray<BurstRecipient>? Recipients = null,
    RecipientColumns? RecipientsFrom = null,
    string? OnNoRows = null,
    string? SendIf = null,
    JsonElement? Alarm = null)
{
    public const string Skip = "skip";

    public const string Send = "send";

    public const string Note = "note";

    /// <summary>Who the other recipients are is nobody's business: the dataset that lists them is hidden.</summary>
    [JsonIgnore]
    public SplitRule Rule => new(Split!, Shared ?? []) { Hidden = RecipientsFrom is { Dataset: { } dataset } ? [dataset] : [] };
}
