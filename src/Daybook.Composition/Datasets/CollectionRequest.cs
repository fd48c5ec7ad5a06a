using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>What the datasets of a template are collected for.</summary>
public sealed record CollectionRequest
{
    public required ReportTemplate Template { get; init; }

    /// <summary>The value of every parameter, checked and with defaults filled in.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Parameters { get; init; } = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The same for the period before, where defaults follow its date; null takes <see cref="Parameters"/> with the date of the period before.</summary>
    public ImmutableSortedDictionary<string, JsonElement>? PreviousParameters { get; init; }

    /// <summary>The newest of its earlier periods is the one that <c>previous</c> stands for.</summary>
    public required ReportPeriod Period { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }
}
