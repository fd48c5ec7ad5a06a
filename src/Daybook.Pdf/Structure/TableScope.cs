namespace Daybook.Pdf;

/// <summary>Which cells a header cell speaks for.</summary>
public enum TableScope
{
    Column,
    Row,
    Both,
}
