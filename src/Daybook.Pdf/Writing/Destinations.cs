namespace Daybook.Pdf;

/// <summary>The named places of a document.</summary>
internal sealed class Destinations
{
    private readonly SortedDictionary<string, (int Page, double Top)> places = new(StringComparer.Ordinal);
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Missing => [.. used.Where(name => !places.ContainsKey(name))];

    public bool Any => places.Count > 0;

    public void Set(string name, int page, double top) => places.TryAdd(name, (page, top));

    public void Use(string name) => used.Add(name);

    /// <summary>A name tree with one leaf.</summary>
    public void Write(ByteWriter to)
    {
        to.Raw("<</Names["u8);
        // The order of the tree is that of the bytes of its keys.
        foreach (var (name, place) in places.OrderBy(entry => entry.Key.All(char.IsAscii) ? 0 : 1))
            to.Text(name).Raw("["u8).Reference(place.Page).Raw("/XYZ null "u8).Number(place.Top).Raw(" null]"u8);
        to.Raw("]>>"u8);
    }
}
