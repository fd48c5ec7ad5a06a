using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Reports;

internal sealed record ReportResult(Snapshot Snapshot, CompositionResult Composition, ImmutableArray<Artifact> Artifacts, ImmutableArray<ExportFailure> Failures);
