namespace Daybook.Reports;

/// <summary>A format that could not be made; the others are made all the same.</summary>
/// <param name="Code">A stable word.</param>
/// <param name="Message">A sentence for a reader.</param>
/// <param name="Cause">For the log.</param>
internal sealed record ExportFailure(string Format, string Code, string Message, Exception Cause);
