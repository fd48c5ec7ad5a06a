using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>What name trees and number trees have in common.</summary>
internal static class TreeNodes
{
    public static void Visit(PdfFile file, PdfDictionary? root, string leaves, Action<PdfObject, PdfObject> visit)
    {
        var seen = new HashSet<PdfDictionary>();
        var open = new Stack<PdfDictionary>();
        if (root is not null)
            open.Push(root);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                file.Report("A name or number tree contains a node twice; it was read once.", node.ObjectNumber);
                continue;
            }

            var entries = node.Array(leaves);
            for (var i = 0; entries is not null && i + 1 < entries.Count; i += 2)
            {
                if (entries[i] is { } key && entries[i + 1] is { } value)
                    visit(key, value);
            }

            foreach (var kid in node.Array("Kids")?.Dictionaries.Reverse() ?? [])
                open.Push(kid);
        }
    }
}
