using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>The business date and the half-open time it covers.</summary>
/// <param name="Start">First instant of the period, with the offset of <paramref name="Zone"/>.</param>
/// <param name="End">First instant after the period.</param>
/// <param name="Zone">IANA zone name.</param>
/// <param name="Earlier">The periods before this one, newest first; they tile without holes. Empty when history is of no interest.</param>
public sealed record ReportPeriod(DateOnly BusinessDate, DateTimeOffset Start, DateTimeOffset End, string Zone, ImmutableArray<EarlierPeriod> Earlier);
