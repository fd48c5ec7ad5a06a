namespace Daybook.Pdf;

/// <summary>
/// What a reader who opens the file with the user password may do. Programs for people with disabilities may always read the text.
/// The values are the bits of ISO 32000, table 22.
/// </summary>
[Flags]
public enum PdfPermissions
{
    None = 0,
    Print = 1 << 2,
    Modify = 1 << 3,
    Copy = 1 << 4,
    Annotate = 1 << 5,
    FillForms = 1 << 8,
    Assemble = 1 << 10,
    PrintInFullQuality = 1 << 11,
    All = Print | Modify | Copy | Annotate | FillForms | Assemble | PrintInFullQuality,
}
