using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>Name trees (ISO 32000-1, 7.9.6).</summary>
internal static class NameTree
{
    public static IReadOnlyDictionary<string, PdfObject> Read(PdfFile file, PdfDictionary? root)
    {
        var names = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        TreeNodes.Visit(file, root, "Names", (key, value) =>
        {
            if (key is PdfString name)
                names.TryAdd(name.Text, value);
        });
        return names;
    }
}
