using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>Checkpoint 02: every structure type leads to a standard one.</summary>
internal static class RoleMapping
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("Matterhorn 02-001", "Structure types lead to standard types", "Add the type to the role map, or use a standard type.", Unmapped),
        new("Matterhorn 02-003", "Role mapping does not run in a circle", "Map the type to a standard type.", Circular),
        new("Matterhorn 02-004", "Standard types are not remapped", "Remove the standard type from the role map.", Remapped),
    ];

    /// <summary>The first element of each type that leads nowhere.</summary>
    public static IEnumerable<Fault> Unmapped(Examination examined) => examined.Elements
        .Where(element => element.StandardType is null && !examined.Tree!.Roles.IsCircular(element.Type))
        .DistinctBy(element => element.Type)
        .Select(element => new Fault(element.Type.Length == 0 ? "An element has no structure type." : $"The structure type '{element.Type}' leads to no standard type.",
            examined.PageOf(element), element.ObjectNumber));

    private static IEnumerable<Fault> Circular(Examination examined) => examined.Tree is not { } tree ? [] : tree.Roles.MappedTypes
        .Where(type => !StandardTypes.Contains(type) && tree.Roles.IsCircular(type))
        .Select(type => new Fault($"The role map leads from '{type}' back to itself.", null, tree.Root.ObjectNumber));

    private static IEnumerable<Fault> Remapped(Examination examined) => examined.Tree is not { } tree ? [] : tree.Roles.MappedTypes
        .Where(StandardTypes.Contains)
        .Select(type => new Fault($"The role map gives the standard type '{type}' another meaning.", null, tree.Root.ObjectNumber));
}
