namespace Daybook.Composition;

public enum DataType
{
    Text,
    Integer,
    Decimal,
    Float,
    Boolean,
    Date,
    Instant,

    /// <summary>Lists and objects.</summary>
    Nested,
}
