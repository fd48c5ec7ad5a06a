using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 14: headings form an outline without gaps.</summary>
internal static class Headings
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 14-002", "The first heading is an H1", "Begin with an H1.", First),
        new("Matterhorn 14-003", "Heading levels are not skipped", "Use the next level below the heading before.", Skipped),
        new("Matterhorn 14-006", "An element holds at most one H", "Use numbered headings, or a Sect for each H.", Several),
        new("Matterhorn 14-007", "H and numbered headings are not mixed", "Use numbered headings everywhere.", Mixed),
    ];

    /// <summary>The headings in order. H7 and deeper are no standard types, so their own name tells the level.</summary>
    private static IEnumerable<(TaggedElement Element, int Level)> Numbered(Examination examined) =>
        from element in examined.Elements
        let level = StandardTypes.HeadingLevel(element.Type) ?? StandardTypes.HeadingLevel(element.StandardType ?? "")
        where level is not null
        select (element, level.Value);

    private static IEnumerable<Fault> First(Examination examined)
    {
        if (Numbered(examined).FirstOrDefault() is { Element: { } element, Level: > 1 and var level })
            yield return new Fault(string.Create(CultureInfo.InvariantCulture, $"The first heading is an H{level}."), examined.PageOf(element), element.ObjectNumber);
    }

    private static IEnumerable<Fault> Skipped(Examination examined)
    {
        var previous = 0;
        foreach (var (element, level) in Numbered(examined))
        {
            if (previous > 0 && level > previous + 1)
                yield return new Fault(string.Create(CultureInfo.InvariantCulture, $"An H{level} follows an H{previous}."), examined.PageOf(element), element.ObjectNumber);
            previous = level;
        }
    }

    private static IEnumerable<Fault> Several(Examination examined) => examined.Elements
        .Where(element => element.Children.Count(child => child.StandardType == "H") > 1)
        .Select(element => new Fault($"A <{element.Type}> holds more than one <H>.", examined.PageOf(element), element.ObjectNumber));

    private static IEnumerable<Fault> Mixed(Examination examined)
    {
        if (Numbered(examined).Any() && examined.Elements.FirstOrDefault(element => element.StandardType == "H") is { } plain)
            yield return new Fault("The file uses both <H> and numbered headings.", examined.PageOf(plain), plain.ObjectNumber);
    }
}
