using System.Runtime.InteropServices;

namespace Daybook.Pdf;

/// <summary>The atoms of the paragraph in work; its memory is used again for the next.</summary>
internal sealed class AtomList
{
    private readonly List<Atom> atoms = [];

    public int Count => atoms.Count;

    public void Clear() => atoms.Clear();

    /// <summary>Forgets all but the first.</summary>
    public void CutTo(int count) => CollectionsMarshal.SetCount(atoms, count);

    public void Add(in Atom atom) => atoms.Add(atom);

    public ReadOnlySpan<Atom> Slice(int start, int end) => CollectionsMarshal.AsSpan(atoms)[start..end];
}
