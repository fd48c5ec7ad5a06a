using System.Collections.Immutable;

namespace Daybook.Composition;

/// <param name="Options">What could be read; of use only without errors.</param>
public sealed record ExportOptionsResult(ExportFormatOptions Options, ImmutableArray<Diagnostic> Diagnostics);
