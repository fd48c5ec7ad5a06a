using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>Number trees (ISO 32000-1, 7.9.7).</summary>
internal static class NumberTree
{
    public static IReadOnlyDictionary<long, PdfObject> Read(PdfFile file, PdfDictionary? root)
    {
        var numbers = new Dictionary<long, PdfObject>();
        var seen = new HashSet<PdfDictionary>();
        var open = new Stack<PdfDictionary>();
        if (root is not null)
            open.Push(root);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                file.Report("A number tree contains a node twice; it was read once.", node.ObjectNumber);
                continue;
            }

            var entries = node.Array("Nums");
            for (var i = 0; entries is not null && i + 1 < entries.Count; i += 2)
            {
                if (entries[i] is PdfInteger key && entries[i + 1] is { } value)
                    numbers.TryAdd(key.Value, value);
            }

            foreach (var kid in node.Array("Kids")?.Dictionaries.Reverse() ?? [])
                open.Push(kid);
        }

        return numbers;
    }
}
