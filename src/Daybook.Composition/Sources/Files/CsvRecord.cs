namespace Daybook.Composition;

/// <param name="Line">The line the record starts on, from 1.</param>
/// <param name="Fields">Null is an empty field without quotes; a quoted empty field is the empty text.</param>
internal sealed record CsvRecord(long Line, List<string?> Fields);
