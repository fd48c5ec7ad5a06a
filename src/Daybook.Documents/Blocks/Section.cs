using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <summary>A titled part of the report, made from one template block; composite blocks give nested sections.</summary>
/// <param name="Id">Unique within the document; becomes the anchor of links.</param>
/// <param name="Title">Plain text; null gives a section without a heading.</param>
public sealed record Section(string Id, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title, SectionKind Kind, ImmutableArray<DocumentBlock> Blocks)
    : DocumentBlock
{
    /// <summary>Decoration beside the title, such as an emoji; never the only carrier of meaning.</summary>
    public string? Icon { get; init; }

    public SectionStatus Status { get; init; } = SectionStatus.Ok;

    /// <summary>Why the section is failed or empty, or which failure its rule-based text stands in for, in words for a reader; null when nothing went wrong.</summary>
    public string? Reason { get; init; }

    /// <summary>A stable word for <see cref="Reason"/>, such as <c>undefined_name</c>; null without one.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>The dotted paths or datasets the section was computed from, so that each number can be traced.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The data the block was given, as JSON text; null when the block keeps none.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Data { get; init; }

    /// <summary>The AI model that wrote the section; null for all others.</summary>
    public string? AnalysisModel { get; init; }

    /// <summary>When the model wrote it; null for all others.</summary>
    public DateTimeOffset? AnalysisAt { get; init; }

    /// <summary>Tokens the analysis used; null where none was made.</summary>
    public int? TokensUsed { get; init; }

    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
