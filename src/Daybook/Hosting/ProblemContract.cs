using System.Collections.Immutable;

namespace Daybook.Hosting;

/// <summary>The body of every refusal (RFC 9457).</summary>
/// <param name="TraceId">Finds the request in the server's log.</param>
internal sealed record ProblemContract(string Type, string Title, int Status, string Detail, ImmutableArray<FieldError> Errors, string TraceId);
