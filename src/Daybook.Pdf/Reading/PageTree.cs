using System.Collections.Immutable;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading;

/// <summary>The pages in order, each with its inherited attributes (ISO 32000-1, 7.7.3).</summary>
internal static class PageTree
{
    public static ImmutableArray<FilePage> Read(PdfFile file)
    {
        var pages = ImmutableArray.CreateBuilder<FilePage>();
        if (file.Catalog.Dictionary("Pages") is { } root)
            Visit(file, root, PdfDictionary.Empty, null, [], pages, 0);
        return pages.ToImmutable();
    }

    private static void Visit(PdfFile file, PdfDictionary node, PdfDictionary resources, double[]? mediaBox, HashSet<PdfDictionary> seen,
        ImmutableArray<FilePage>.Builder pages, int depth)
    {
        if (!seen.Add(node) || depth > file.Limits.Depth || pages.Count >= file.Limits.Pages)
        {
            file.Report("The page tree contains a node twice, is too deep, or has too many pages; what is beyond was not read.", node.ObjectNumber);
            return;
        }

        var ownResources = node.Dictionary("Resources") ?? resources;
        var ownMediaBox = node.Array("MediaBox")?.Numbers is { Length: 4 } box ? box : mediaBox;
        if (node.Array("Kids") is not { } kids)
        {
            pages.Add(new FilePage(pages.Count + 1, node, ownResources, ownMediaBox));
            return;
        }

        foreach (var kid in kids.Resolved)
        {
            if (kid is PdfDictionary child)
                Visit(file, child, ownResources, ownMediaBox, seen, pages, depth + 1);
            else
                file.Report("The page tree refers to a page that is missing.", node.ObjectNumber);
        }
    }
}
