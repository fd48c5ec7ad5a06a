using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Input;

/// <summary>Collects what is found, so that the sender sees everything at once.</summary>
/// <param name="isWhole">Whether what is read was read to its end; of what breaks off nothing is called missing.</param>
internal sealed class FieldProblems(bool isWhole = true)
{
    private readonly List<FieldProblem> _found = [];

    public bool IsWhole => isWhole;

    public int Count => _found.Count;

    public bool HasErrors => _found.Exists(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>A mistake of the text itself.</summary>
    public void Error(TextPlace place, string message, string advice) =>
        _found.Add(new FieldProblem(DiagnosticSeverity.Error, place.ToString(), message, advice) { Place = place });

    public void Error(string path, string message, string? advice = null) => _found.Add(new FieldProblem(DiagnosticSeverity.Error, path, message, advice));

    /// <param name="path">Of the field that is not there.</param>
    public void Missing(string path, string advice)
    {
        if (isWhole)
            Error(path, $"'{path[(path.LastIndexOf('.') + 1)..]}' is missing", advice);
    }

    public void Warning(string path, string message, string? advice = null) => _found.Add(new FieldProblem(DiagnosticSeverity.Warning, path, message, advice));

    public ImmutableArray<FieldProblem> ToImmutable() => [.. _found];
}
