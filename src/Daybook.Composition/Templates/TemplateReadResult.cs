using System.Collections.Immutable;

namespace Daybook.Composition;

/// <param name="Template">Null when any diagnostic is an error.</param>
/// <param name="Diagnostics">Everything found, in the order of the file.</param>
public sealed record TemplateReadResult(ReportTemplate? Template, ImmutableArray<Diagnostic> Diagnostics);
