using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Collects what is found, so that a person sees everything at once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> found = [];

    public bool HasErrors => found.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Error(string code, SourceLocation place, string message, string? advice = null) =>
        Add(DiagnosticSeverity.Error, code, place, message, advice);

    public void Warning(string code, SourceLocation place, string message, string? advice = null) =>
        Add(DiagnosticSeverity.Warning, code, place, message, advice);

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
        [.. found.OrderBy(diagnostic => diagnostic.Line ?? 0).ThenBy(diagnostic => diagnostic.Column ?? 0)];

    private void Add(DiagnosticSeverity severity, string code, SourceLocation place, string message, string? advice) =>
        found.Add(new Diagnostic(severity, code, message)
        {
            File = place.File,
            Line = place.Line == 0 ? null : place.Line,
            Column = place.Column == 0 ? null : place.Column,
            Advice = advice,
        });
}
