namespace Daybook.Reports.Comparison;

/// <summary>Something about the report as a whole that differs, such as its template's version.</summary>
internal sealed record FactChange(string Field, string? Old, string? New);
