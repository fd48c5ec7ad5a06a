namespace Daybook.RedTeam;

/// <param name="Code">A stable word, such as <c>log_empty</c>.</param>
/// <param name="Message">One sentence that names the file, what was found and what to do.</param>
public sealed record LogRefused(string Code, string Message);
