namespace Daybook.Pdf;

/// <summary>Whether a line may end at a place.</summary>
internal enum LineBreak : byte
{
    None,
    Allowed,
    Mandatory,
}
