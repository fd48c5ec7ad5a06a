using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Input;

/// <summary>Collects what is found, so that the sender sees everything at once.</summary>
internal sealed class FieldProblems
{
    private readonly List<FieldProblem> _found = [];

    public bool HasErrors => _found.Exists(problem => problem.Severity == DiagnosticSeverity.Error);

    public void Error(string path, string message, string? advice = null) => _found.Add(new FieldProblem(DiagnosticSeverity.Error, path, message, advice));

    public void Warning(string path, string message, string? advice = null) => _found.Add(new FieldProblem(DiagnosticSeverity.Warning, path, message, advice));

    public ImmutableArray<FieldProblem> ToImmutable() => [.. _found];
}
