namespace Daybook.Export.Pdf;

/// <summary>What the content of a column asks for, in points.</summary>
/// <param name="Least">Below this, a word or a number would be broken inside.</param>
/// <param name="Natural">With this, nothing is wrapped.</param>
internal readonly record struct ColumnDemand(double Least, double Natural)
{
    /// <summary>Whether words may be broken inside where other columns would be crushed: names and addresses, never numbers.</summary>
    public bool MayBreak { get; init; }
}
