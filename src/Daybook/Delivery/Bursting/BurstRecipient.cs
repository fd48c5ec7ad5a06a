using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Delivery.Bursting;

/// <summary>One recipient of a burst, with what is theirs alone.</summary>
/// <param name="Key">The value of the split column whose rows they get; compared character for character, numbers and truth values by their text.</param>
/// <param name="Name">For people; null takes the key.</param>
/// <param name="Distribution">As in <c>distribution</c> of a schedule.</param>
/// <param name="ExportFormats">Null takes those of the order.</param>
/// <param name="ExportOptions">Format word to its options; null takes those of the order.</param>
/// <param name="Timezone">The zone that times are shown in; the period stays that of the order. Null takes the order's.</param>
/// <param name="Parameters">Values that replace those of the order.</param>
/// <param name="Classification">Null takes that of the order.</param>
/// <param name="Locale">BCP 47, for numbers and dates; null takes that of the order.</param>
internal sealed record BurstRecipient(
    [property: JsonConverter(typeof(SplitValueConverter))] string? Key,
    JsonElement? Distribution = null,
    string? Name = null,
    ImmutableArray<string>? ExportFormats = null,
    JsonElement? ExportOptions = null,
    string? Timezone = null,
    JsonElement? Parameters = null,
    string? Classification = null,
    string? Locale = null);
