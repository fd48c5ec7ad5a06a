using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>A picture kept inside the document; nothing is ever fetched.</summary>
/// <param name="MediaType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/svg+xml</c>.</param>
/// <param name="AltText">What the picture shows, for readers who do not see it.</param>
public sealed record Image(string MediaType, ImmutableArray<byte> Content, string AltText) : DocumentBlock
{
    /// <summary>Text below the picture; null shows none.</summary>
    public string? Caption { get; init; }

    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
