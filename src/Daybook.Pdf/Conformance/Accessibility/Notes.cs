using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 19: notes can be referred to.</summary>
internal static class Notes
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 19-003", "Notes have an identifier", "Give each Note an ID.", examined => examined.Elements
            .Where(element => element.StandardType == "Note" && string.IsNullOrEmpty(element.Id))
            .Select(element => new Fault("A note has no identifier.", examined.PageOf(element), element.ObjectNumber))),
        new("Matterhorn 19-004", "Identifiers of notes are unique", "Give each Note an ID of its own.", examined => examined.Elements
            .Where(element => element.StandardType == "Note" && !string.IsNullOrEmpty(element.Id))
            .GroupBy(element => element.Id)
            .SelectMany(group => group.Skip(1))
            .Select(element => new Fault("A note has the identifier of another note.", examined.PageOf(element), element.ObjectNumber))),
    ];
}
