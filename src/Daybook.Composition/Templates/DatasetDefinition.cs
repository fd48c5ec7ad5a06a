using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>A named query of a template. The keys apply in this order: At, Where, OrderBy, Limit, Select.</summary>
/// <param name="Name">The name its value has in the context.</param>
/// <param name="Source">Kind of the source, such as <c>inline</c>, <c>file</c> or <c>garak</c>; with the name of a configured one: <c>file/nightly</c>.</param>
/// <param name="Settings">Every key that belongs to the source itself, such as <c>path</c>, <c>value</c> or <c>view</c>.</param>
/// <param name="Location">Where the dataset's name stands.</param>
public sealed record DatasetDefinition(string Name, string Source, ImmutableSortedDictionary<string, TemplateValue> Settings, SourceLocation Location)
{
    /// <summary>The first part of <see cref="Source"/>.</summary>
    public string Kind => Source.Split('/')[0];

    /// <summary>The configured source that is meant; null for the kind as such.</summary>
    public string? Connection => Source.Split('/') is [_, var name] ? name : null;

    /// <summary>Key <c>at</c>: a dotted path to the part of the value that is wanted, such as <c>summary.runs</c>; null takes the whole value.</summary>
    public DataPath? At { get; init; }

    /// <summary>Jinja expression over the columns of a row; rows for which it is false are left out. Null keeps all rows.</summary>
    public TemplateText? Where { get; init; }

    /// <summary>The columns to keep, in this order; empty keeps all.</summary>
    public ImmutableArray<SelectedColumn> Select { get; init; } = [];

    public ImmutableArray<OrderTerm> OrderBy { get; init; } = [];

    /// <summary>Most rows to keep; null keeps all.</summary>
    public int? Limit { get; init; }

    /// <summary>True when the same for the previous period is wanted as <c>previous.NAME</c>.</summary>
    public bool Previous { get; init; }

    /// <summary>True when the top-level keys of its value also become names of the context.</summary>
    public bool Spread { get; init; }
}
