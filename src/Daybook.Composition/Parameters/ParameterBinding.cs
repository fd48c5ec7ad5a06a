using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <param name="Values">
/// One for each parameter, JSON null for an optional one without a value; dates as texts, numbers with every digit. Null when any diagnostic is an error.
/// </param>
/// <param name="Diagnostics">Everything wrong with the values, each with its parameter.</param>
public sealed record ParameterBinding(ImmutableSortedDictionary<string, JsonElement>? Values, ImmutableArray<Diagnostic> Diagnostics);
