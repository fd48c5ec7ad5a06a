namespace Daybook.Export.Pdf;

internal enum RowKind
{
    Head,
    Body,
    Totals,
}
