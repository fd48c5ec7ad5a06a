using System.Text;

namespace Daybook.Pdf;

/// <summary>The named places of a document.</summary>
internal sealed class Destinations
{
    private readonly Dictionary<string, (int Page, double Top)> places = new(StringComparer.Ordinal);
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Missing => [.. used.Where(name => !places.ContainsKey(name))];

    public bool Any => places.Count > 0;

    public void Set(string name, int page, double top) => places.TryAdd(name, (page, top));

    public void Use(string name) => used.Add(name);

    /// <summary>A name tree with one leaf.</summary>
    public void Write(ByteWriter to)
    {
        to.Raw("<</Names["u8);
        // The order of the tree is that of the bytes of its keys; those that are not ASCII begin with a byte order mark.
        foreach (var name in places.Keys.OrderBy(name => Ascii.IsValid(name) ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal))
        {
            var place = places[name];
            to.Text(name).Raw("["u8).Reference(place.Page).Raw("/XYZ null "u8).Number(place.Top).Raw(" null]"u8);
        }

        to.Raw("]>>"u8);
    }
}
