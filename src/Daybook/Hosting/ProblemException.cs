using System.Collections.Immutable;

namespace Daybook.Hosting;

/// <summary>Ends a request with a refusal that its sender can act on. Caught once, where it becomes <c>application/problem+json</c>.</summary>
/// <param name="detail">A sentence; it never quotes an exception.</param>
internal sealed class ProblemException(ProblemType type, string detail, ImmutableArray<FieldError> errors = default) : Exception(detail)
{
    public ProblemType Type { get; } = type;

    /// <summary>Everything wrong with the request; empty where the sentence says all.</summary>
    public ImmutableArray<FieldError> Errors { get; } = errors.IsDefault ? [] : errors;

    /// <summary>When trying again makes sense; null when it never does by itself.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ProblemException NotFound(string what) => new(ProblemType.NotFound, $"{what} not found");
}
