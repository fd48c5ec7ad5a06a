namespace Daybook.Pdf;

/// <summary>What stands between two places where the line may end: its atoms, first those seen, then the spaces.</summary>
/// <param name="FirstAtom">Into the list the reader filled.</param>
/// <param name="Width">Without the spaces, in points.</param>
internal readonly record struct Segment(int Start, int End, int FirstAtom, int AtomCount, double Width, double SpaceWidth)
{
    public int LastAtom => FirstAtom + AtomCount;
}
