namespace Daybook.Composition;

/// <summary>How a column of a table prints its values. Written in lower case with underscores.</summary>
public enum TableColumnType
{
    Text,
    Integer,
    Decimal,

    /// <summary>A value in percent: 12.5 prints as <c>12.5%</c>.</summary>
    Percent,

    /// <summary>A share of one: 0.125 prints as <c>12.5%</c>.</summary>
    Ratio,
    Money,
    Date,
    DateTime,
    Boolean,
    Severity,
}
