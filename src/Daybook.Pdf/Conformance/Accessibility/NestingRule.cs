using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Where elements of a type may stand and what they may hold.</summary>
/// <param name="Parents">Empty where they may stand anywhere.</param>
/// <param name="Children">Empty where they may hold anything.</param>
internal sealed record NestingRule(string Type, ImmutableArray<string> Parents, ImmutableArray<string> Children);
