namespace Daybook.Composition;

/// <summary>Something a reader of the report must know about the data.</summary>
/// <param name="Code">A stable word, such as <c>eval_mismatch</c>.</param>
/// <param name="Message">One sentence with the figures.</param>
/// <param name="Count">How many rows, lines or runs it concerns.</param>
/// <param name="IsBlocking">True when figures are incomplete because of it (a truncated run, a refused file).</param>
public sealed record DataNote(string Code, string Message, long Count, bool IsBlocking);
