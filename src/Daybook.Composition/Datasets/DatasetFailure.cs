namespace Daybook.Composition;

/// <summary>The data could not be had.</summary>
/// <param name="Code">A stable word, such as <c>no_such_file</c>.</param>
/// <param name="Message">A sentence that names the place and the remedy.</param>
public sealed record DatasetFailure(string Code, string Message) : DatasetContent;
