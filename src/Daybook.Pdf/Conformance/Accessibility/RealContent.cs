using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 01: everything on a page is either tagged or an artifact.</summary>
internal static class RealContent
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 01-003", "No artifact inside tagged content", "Close the tag before the artifact and open it again after.", examined =>
            examined.Survey.PagesWithArtifactInTag.Select(page => new Fault("Content marked as artifact stands inside tagged content.", page))),
        new("Matterhorn 01-004", "No tagged content inside an artifact", "Close the artifact before the tagged content.", examined =>
            examined.Survey.PagesWithTagInArtifact.Select(page => new Fault("Tagged content stands inside an artifact, where no reader finds it.", page))),
        new("Matterhorn 01-005", "All content is tagged or an artifact", "Tag the content, or mark it as an artifact if it is decoration.", Untagged),
        new("Matterhorn 01-007", "The tags are not suspect", "Check the tags, then remove Suspects from the MarkInfo dictionary.", Suspects),
    ];

    private static IEnumerable<Fault> Untagged(Examination examined) =>
        examined.Survey.Untagged.OrderBy(each => each.Key.Page).ThenBy(each => each.Key.Kind, StringComparer.Ordinal).Select(each => new Fault(
            each.Value == 1 ? $"A piece of content ({each.Key.Kind}) is neither tagged nor an artifact."
                : string.Create(CultureInfo.InvariantCulture, $"{each.Value} pieces of content ({each.Key.Kind}) are neither tagged nor artifacts."),
            each.Key.Page));

    private static IEnumerable<Fault> Suspects(Examination examined)
    {
        if (examined.Catalog.Dictionary("MarkInfo")?.Boolean("Suspects") == true)
            yield return new Fault("The file says that its tags may be wrong (Suspects).", null, examined.Catalog.ObjectNumber);
    }
}
