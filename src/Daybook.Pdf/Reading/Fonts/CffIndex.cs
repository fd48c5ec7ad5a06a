namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A list of byte strings in a CFF file.</summary>
/// <param name="Bounds">Where each string begins in the file, and where the last one ends.</param>
/// <param name="End">Position after the list.</param>
internal sealed record CffIndex(byte[] Data, int[] Bounds, int End)
{
    public static readonly CffIndex Empty = new([], [0], 0);

    public int Count => Bounds.Length - 1;

    public ReadOnlyMemory<byte> this[int index] => index >= 0 && index < Count
        ? Data.AsMemory(Bounds[index], Bounds[index + 1] - Bounds[index])
        : throw new FontProgramException("it refers to an entry that is not there");
}
