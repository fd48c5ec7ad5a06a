using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Input;

namespace Daybook.Hosting;

/// <summary>What reading an object found, as answers of the API tell it.</summary>
internal static class FieldErrors
{
    /// <exception cref="ProblemException">There is any error.</exception>
    public static T Require<T>(Reading<T> reading)
        where T : class
    {
        var errors = Of(reading.Problems, DiagnosticSeverity.Error);
        if (!errors.IsEmpty || reading.Value is null)
            throw new ProblemException(ProblemType.InvalidRequest, errors.Length == 1 ? Sentence(errors[0]) : $"The request has {errors.Length} mistakes.", errors);
        return reading.Value;
    }

    public static ImmutableArray<FieldError> Warnings(ImmutableArray<FieldProblem> problems) => Of(problems, DiagnosticSeverity.Warning);

    private static ImmutableArray<FieldError> Of(ImmutableArray<FieldProblem> problems, DiagnosticSeverity severity) =>
    [
        .. problems.Where(problem => problem.Severity == severity)
            .Select(problem => new FieldError(problem.Path.Length > 0 ? problem.Path : null, problem.Message, "wrong_value") { Advice = problem.Advice }),
    ];

    private static string Sentence(FieldError error) => $"{(error.Field is null ? "" : error.Field + ": ")}{error.Message}{(error.Message.EndsWith('?') ? "" : ".")}";
}
