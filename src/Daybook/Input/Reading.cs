using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Input;

/// <summary>What reading an input gave: the value, unless there are errors, and everything found on the way.</summary>
/// <param name="Value">Null when there is at least one error.</param>
internal sealed record Reading<T>(T? Value, ImmutableArray<FieldProblem> Problems)
    where T : class
{
    public IEnumerable<FieldProblem> Errors => Problems.Where(problem => problem.Severity == DiagnosticSeverity.Error);

    public IEnumerable<FieldProblem> Warnings => Problems.Where(problem => problem.Severity == DiagnosticSeverity.Warning);
}
