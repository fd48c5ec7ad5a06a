using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Reports.Comparison;

/// <param name="Before">Column to value; of a changed row its key and what changed, of a removed row everything; null for an added one.</param>
/// <param name="After">The same, null for a removed one.</param>
internal sealed record RowChange(string Change, ImmutableSortedDictionary<string, JsonElement>? Before, ImmutableSortedDictionary<string, JsonElement>? After);
