using System.Collections.Immutable;

namespace Daybook.Composition;

/// <param name="Others">Dates, times and version numbers: as written, and in one form.</param>
internal sealed record FoundFigures(ImmutableArray<Figure> Numbers, ImmutableArray<(string Shown, string Meaning)> Others);
