using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>What the document's own structure types stand for (ISO 32000-1, 14.7.3).</summary>
internal sealed class RoleMap(PdfDictionary? map)
{
    public IEnumerable<string> MappedTypes => map?.Keys ?? [];

    /// <summary>The standard type at the end of the mapping; null where it ends elsewhere or runs in a circle.</summary>
    public string? Standard(string type) => Follow(type, out _);

    public bool IsCircular(string type)
    {
        Follow(type, out var circular);
        return circular;
    }

    private string? Follow(string type, out bool circular)
    {
        circular = false;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; ;)
        {
            if (StandardTypes.Contains(current))
                return current;
            if (!seen.Add(current))
            {
                circular = true;
                return null;
            }

            if (map?.Name(current) is not { } next)
                return null;
            current = next;
        }
    }
}
