namespace Daybook.Export;

/// <summary>What readers of a protected file may do. Reading aloud is always allowed.</summary>
[Flags]
public enum PdfRights
{
    None = 0,
    Print = 1,
    Copy = 2,
    Modify = 4,
    Annotate = 8,
    Assemble = 16,
}
