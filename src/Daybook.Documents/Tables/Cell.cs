using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <summary>A typed value in a table or on a metric card. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "node")]
[JsonDerivedType(typeof(TextCell), "text")]
[JsonDerivedType(typeof(IntegerCell), "integer")]
[JsonDerivedType(typeof(DecimalCell), "decimal")]
[JsonDerivedType(typeof(PercentCell), "percent")]
[JsonDerivedType(typeof(MoneyCell), "money")]
[JsonDerivedType(typeof(DateCell), "date")]
[JsonDerivedType(typeof(DateTimeCell), "date_time")]
[JsonDerivedType(typeof(BooleanCell), "boolean")]
[JsonDerivedType(typeof(SeverityCell), "severity")]
[JsonDerivedType(typeof(EmptyCell), "empty")]
public abstract record Cell
{
    private protected Cell()
    {
    }

    public abstract TResult Accept<TResult>(CellVisitor<TResult> visitor);
}
