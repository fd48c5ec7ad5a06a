namespace Daybook.Documents;

/// <summary>What a column holds; single cells may still be empty or, where data disagrees, text.</summary>
public enum CellType
{
    Text,
    Integer,
    Decimal,
    Percent,
    Money,
    Date,
    DateTime,
    Boolean,
    Severity,
}
