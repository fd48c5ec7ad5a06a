namespace Daybook.Composition;

/// <summary>What is wrong with one value of a parameter.</summary>
/// <param name="Message">Continues "parameter 'x' ".</param>
internal sealed record ParameterProblem(string Code, string Message, string? Advice = null);
