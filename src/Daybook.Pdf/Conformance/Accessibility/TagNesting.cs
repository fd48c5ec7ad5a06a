using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 09: tables, lists, tables of contents and the like are built from the elements made for them (ISO 32000-1, 14.8.4).</summary>
internal static class TagNesting
{
    private static readonly ImmutableArray<NestingRule> TableRules =
    [
        new("Table", [], ["TR", "THead", "TBody", "TFoot", "Caption"]),
        new("THead", ["Table"], ["TR"]), new("TBody", ["Table"], ["TR"]), new("TFoot", ["Table"], ["TR"]),
        new("TR", ["Table", "THead", "TBody", "TFoot"], ["TH", "TD"]),
        new("TH", ["TR"], []), new("TD", ["TR"], []),
    ];

    private static readonly ImmutableArray<NestingRule> ListRules =
    [
        new("L", [], ["L", "LI", "Caption"]), new("LI", ["L"], ["Lbl", "LBody"]), new("LBody", ["LI"], []),
    ];

    private static readonly ImmutableArray<NestingRule> ContentsRules =
    [
        new("TOC", [], ["TOC", "TOCI", "Caption"]), new("TOCI", ["TOC"], ["Lbl", "Reference", "NonStruct", "P", "TOC"]),
    ];

    private static readonly ImmutableArray<NestingRule> RubyRules =
    [
        new("Ruby", [], ["RB", "RT", "RP"]), new("RB", ["Ruby"], []), new("RT", ["Ruby"], []), new("RP", ["Ruby"], []),
    ];

    private static readonly ImmutableArray<NestingRule> WarichuRules =
    [
        new("Warichu", [], ["WT", "WP"]), new("WT", ["Warichu"], []), new("WP", ["Warichu"], []),
    ];

    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 09-004", "Tables are built from rows and cells", "Nest table elements as Table, THead/TBody/TFoot, TR, TH/TD.", examined =>
            Broken(examined, TableRules).Concat(examined.Elements.Where(element => element.StandardType == "Table").SelectMany(table => TableParts(examined, table)))),
        new("Matterhorn 09-005", "Lists are built from items", "Nest list elements as L, LI, Lbl and LBody.", examined => Broken(examined, ListRules)),
        new("Matterhorn 09-006", "Tables of contents are built from entries", "Nest the elements as TOC, TOCI, Reference.", examined => Broken(examined, ContentsRules)),
        new("Matterhorn 09-007", "Ruby annotations are built from their parts", "Nest the elements as Ruby, RB and RT.", examined => Broken(examined, RubyRules)),
        new("Matterhorn 09-008", "Warichu annotations are built from their parts", "Nest the elements as Warichu, WT and WP.", examined => Broken(examined, WarichuRules)),
    ];

    private static IEnumerable<Fault> Broken(Examination examined, ImmutableArray<NestingRule> rules)
    {
        foreach (var element in examined.Elements)
        {
            if (rules.FirstOrDefault(rule => rule.Type == element.StandardType) is not { } rule)
                continue;
            if (!rule.Parents.IsEmpty && !rule.Parents.Contains(element.Parent?.StandardType ?? ""))
                yield return Fault(examined, element, $"A <{rule.Type}> stands in {Named(element.Parent)}; it belongs in <{string.Join(">, <", rule.Parents)}>.");
            if (rule.Children.IsEmpty)
                continue;
            foreach (var child in element.Children.Where(child => !rule.Children.Contains(child.StandardType ?? "")))
                yield return Fault(examined, child, $"A <{rule.Type}> holds {Named(child)}; it may hold only <{string.Join(">, <", rule.Children)}>.");
        }
    }

    private static IEnumerable<Fault> TableParts(Examination examined, TaggedElement table)
    {
        var parts = table.Children.Select(child => child.StandardType).ToList();
        foreach (var part in (ReadOnlySpan<string>)["THead", "TFoot"])
        {
            if (parts.Count(each => each == part) > 1)
                return [Fault(examined, table, $"A table has more than one <{part}>.")];
            if (parts.Contains(part) && !parts.Contains("TBody"))
                return [Fault(examined, table, $"A table has a <{part}> but no <TBody>.")];
        }

        return parts.IndexOf("Caption") is > 0 and var at && at < parts.Count - 1 ? [Fault(examined, table, "The caption of a table is neither first nor last in it.")] : [];
    }

    private static string Named(TaggedElement? element) => element is null ? "the root of the structure tree" : $"a <{element.StandardType ?? element.Type}>";

    private static Fault Fault(Examination examined, TaggedElement element, string message) => new(message, examined.PageOf(element), element.ObjectNumber);
}
