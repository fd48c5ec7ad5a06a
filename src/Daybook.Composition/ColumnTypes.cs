using Daybook.Documents;

namespace Daybook.Composition;

internal static class ColumnTypes
{
    /// <summary>Figures stand on the right, so that their digits line up.</summary>
    public static ColumnAlignment AlignmentOf(CellType type) => type switch
    {
        CellType.Integer or CellType.Decimal or CellType.Percent or CellType.Money => ColumnAlignment.Right,
        CellType.Text or CellType.Date or CellType.DateTime or CellType.Boolean or CellType.Severity => ColumnAlignment.Left,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
