using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>What the Matterhorn Protocol takes for granted: that the file is a tagged PDF 1.x whose links between pages and tags agree.</summary>
internal static class TaggedFile
{
    private const string Writer = "Make the file again with a writer that makes tagged PDF.";

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 14289-1 6.1", "The header is %PDF-1.0 to %PDF-1.7", "Write the file as PDF 1.7.", Header),
        new("ISO 14289-1 6.2", "The file is marked as tagged", "Set Marked to true in the MarkInfo dictionary of the catalog.", Marked),
        new("ISO 14289-1 7.1", "The file has a structure tree with content", Writer, HasTree),
        new("ISO 32000-1 14.7.2", "Every structure element names its parent", Writer, Parents),
        new("ISO 32000-1 14.7.4.4", "The parent tree leads from content to the element that holds it", Writer, ParentTree),
        new("ISO 32000-1 14.7.4.3", "A marked-content identifier occurs once in a content stream", Writer, RepeatedIdentifiers),
        new("ISO 32000-1 14.6", "Marked content is opened and closed in pairs", Writer, Unbalanced),
    ];

    private static IEnumerable<Fault> Header(Examination examined)
    {
        var version = System.Text.Encoding.Latin1.GetString(examined.File.Data.AsSpan(0, Math.Min(9, examined.File.Data.Length)))[5..];
        if (version.Length < 4 || !version.StartsWith("1.", StringComparison.Ordinal) || version[2] is < '0' or > '7' || version[3] is not ('\r' or '\n'))
            yield return new Fault($"The header names version '{version.Trim()}'.");
    }

    private static IEnumerable<Fault> Marked(Examination examined)
    {
        if (examined.Catalog.Dictionary("MarkInfo")?.Boolean("Marked") != true)
            yield return new Fault("The catalog does not say that the file is tagged.", null, examined.Catalog.ObjectNumber);
    }

    private static IEnumerable<Fault> HasTree(Examination examined)
    {
        if (examined.Tree is null)
            yield return new Fault("The file has no structure tree, so nothing in it can be read out in order.");
        else if (examined.Tree.Top.IsEmpty)
            yield return new Fault("The structure tree is empty.", null, examined.Tree.Root.ObjectNumber);
    }

    private static IEnumerable<Fault> Parents(Examination examined)
    {
        foreach (var element in examined.Elements)
        {
            if (element.Dictionary.Dictionary("P") is not { } parent)
                yield return new Fault($"The <{element.Type}> element names no parent.", examined.PageOf(element), element.ObjectNumber);
            else if (parent != (element.Parent?.Dictionary ?? examined.Tree!.Root))
                yield return new Fault($"The <{element.Type}> element names a parent that does not hold it.", examined.PageOf(element), element.ObjectNumber);
        }
    }

    private static IEnumerable<Fault> ParentTree(Examination examined)
    {
        foreach (var element in examined.Elements)
        {
            foreach (var content in element.Contents)
            {
                if (Fault(examined, element, content) is { } message)
                    yield return new Fault(message, examined.PageOf(content.PageNumber), element.ObjectNumber);
            }
        }
    }

    private static string? Fault(Examination examined, TaggedElement element, TaggedContent content)
    {
        var tree = examined.Tree!.ParentTree;
        if (content.Mcid is { } mcid)
        {
            var holder = content.StreamNumber > 0 ? content.StreamNumber : content.PageNumber;
            if (PdfDictionary.AsDictionary(examined.File.Load(holder))?.Integer("StructParents") is not { } key)
                return $"The <{element.Type}> element holds content of a page or form XObject without a StructParents number.";
            var found = tree.GetValueOrDefault(key) as PdfArray;
            return found?[mcid] == element.Dictionary ? null
                : string.Create(CultureInfo.InvariantCulture, $"The parent tree does not lead from content {mcid} to the <{element.Type}> element that holds it.");
        }

        if (content.Object is not { } held)
            return $"The <{element.Type}> element holds an object that is missing.";
        return held.Integer("StructParent") is { } number && tree.GetValueOrDefault(number) == element.Dictionary
            ? null
            : $"The parent tree does not lead from the annotation or object to the <{element.Type}> element that holds it.";
    }

    private static IEnumerable<Fault> RepeatedIdentifiers(Examination examined) => examined.Survey.RepeatedMcids.Select(each =>
        new Fault(string.Create(CultureInfo.InvariantCulture, $"The marked-content identifier {each.Mcid} occurs twice."), each.Page, each.Stream));

    private static IEnumerable<Fault> Unbalanced(Examination examined) => examined.Survey.PagesWithUnbalancedMarks.Select(page =>
        new Fault("Marked content is closed without being open, or left open.", page));
}
