using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <param name="Log">What happened, in the order it happened; the same for the same request.</param>
/// <param name="Durations">How long each top-level block took, by its id.</param>
public sealed record CompositionResult(ReportDocument Document, ImmutableArray<LogEntry> Log, ImmutableSortedDictionary<string, TimeSpan> Durations);
