namespace Daybook.Export.Pdf;

internal enum MarkerShape
{
    Disc,
    Circle,
    Square,
    ToDo,
    Done,
}
