namespace Daybook.Export;

/// <summary>Something the reader of an artifact may miss, such as a character that no font has; also shown in the artifact itself.</summary>
/// <param name="Code">One of <see cref="ExportNoteCodes"/>.</param>
public sealed record ExportNote(string Code, string Message);
