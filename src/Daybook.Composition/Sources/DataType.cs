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

    /// <summary>Lists, objects, and columns whose values are of more than one type: each value is a JsonElement.</summary>
    Nested,
}
