namespace Daybook.Export.Pdf;

/// <summary>What the content of a column asks for, in points.</summary>
/// <param name="Least">Below this, a word or a number would be broken inside.</param>
/// <param name="Natural">With this, nothing is wrapped.</param>
internal readonly record struct ColumnDemand(double Least, double Natural);
