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
        Refuse(Of(reading.Problems));
        return reading.Value ?? throw new ProblemException(ProblemType.InvalidRequest, "The request has mistakes.");
    }

    /// <exception cref="ProblemException">There is any.</exception>
    public static void Refuse(ImmutableArray<FieldError> errors)
    {
        if (!errors.IsEmpty)
            throw new ProblemException(ProblemType.InvalidRequest, errors.Length == 1 ? Sentence(errors[0]) : $"The request has {errors.Length} mistakes.", errors);
    }

    /// <summary>What is wrong with the text of a body.</summary>
    public static FieldError OfText(FieldProblem problem) => new(problem.Place?.Field, problem.Message, problem.Place?.Field is null ? "not_json" : "duplicate_key")
    {
        Line = problem.Place?.Line, Column = problem.Place?.Column, Advice = problem.Advice,
    };

    public static ImmutableArray<FieldError> Of(ImmutableArray<FieldProblem> problems) => Of(problems, DiagnosticSeverity.Error);

    public static ImmutableArray<FieldError> Warnings(ImmutableArray<FieldProblem> problems) => Of(problems, DiagnosticSeverity.Warning);

    private static ImmutableArray<FieldError> Of(ImmutableArray<FieldProblem> problems, DiagnosticSeverity severity) =>
    [
        .. problems.Where(problem => problem.Severity == severity)
            .Select(problem => new FieldError(problem.Path.Length > 0 ? problem.Path : null, problem.Message, "wrong_value") { Advice = problem.Advice }),
    ];

    /// <summary>One of them with its place.</summary>
    public static string Sentence(FieldError error) => $"{(error.Field is null ? "" : error.Field + ": ")}{error.Message}{(error.Message.EndsWith('?') ? "" : ".")}";
}
