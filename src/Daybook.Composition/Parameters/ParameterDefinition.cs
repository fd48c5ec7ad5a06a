using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>What a template asks of whoever generates a report.</summary>
/// <param name="Name">An identifier: the name its value has in the context.</param>
/// <param name="Location">Where the name stands.</param>
public sealed record ParameterDefinition(string Name, ParameterType Type, SourceLocation Location)
{
    /// <summary>True when generation without a value is an error.</summary>
    public bool Required { get; init; }

    /// <summary>Null when there is none; a text may hold Jinja, such as <c>{{ report_date }}</c>.</summary>
    public TemplateValue? Default { get; init; }

    /// <summary>The values that are allowed; empty allows any.</summary>
    public ImmutableArray<JsonElement> Options { get; init; } = [];

    /// <summary>Number or date: the least value. Text and code: the least length in characters. Multiselect: the least number of values. Null: no limit.</summary>
    public JsonElement? Minimum { get; init; }

    /// <summary>As <see cref="Minimum"/>, the greatest.</summary>
    public JsonElement? Maximum { get; init; }

    /// <summary>What the whole of a text must match; null allows any.</summary>
    public ParameterPattern? Pattern { get; init; }

    /// <summary>A sentence for the person who fills it in.</summary>
    public string? Help { get; init; }
}
