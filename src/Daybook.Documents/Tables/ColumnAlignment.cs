namespace Daybook.Documents;

public enum ColumnAlignment
{
    Left,
    Center,
    Right,
}
