using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.2.2: content streams.</summary>
internal static class ContentRules
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 19005-2 6.2.2", "Content uses only operators of PDF 1.7", "Remove the operator.", examined => examined.Survey.UndefinedOperators
            .Select(each => new Fault($"The content uses the unknown operator '{each.Operator}'.", each.Page))),
        new("ISO 19005-2 6.2.2", "Content streams name their resources themselves", "Add a Resources dictionary to the form XObject.", examined => examined.Survey.StreamsWithoutResources
            .Select(each => new Fault("A content stream uses resources that it does not name itself.", each.Page, each.Stream))),
        new("ISO 19005-2 6.2.2", "Resources that content uses are there", "Add the resource.", examined => examined.Survey.MissingResources
            .Select(each => new Fault($"The content uses '{each.Name}' ({each.Kind}), which is not among its resources.", each.Page))),
    ];
}
