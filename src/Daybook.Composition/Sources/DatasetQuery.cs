using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>What a template asks of a source, with the day it asks for.</summary>
/// <param name="Dataset">Name of the dataset in the template.</param>
/// <param name="Settings">The dataset's own keys (<c>path</c>, <c>view</c>, …) with expressions already resolved to values.</param>
public sealed record DatasetQuery(string Dataset, ImmutableDictionary<string, JsonElement> Settings, ReportPeriod Period);
