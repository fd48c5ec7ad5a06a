using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Accessibility;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.1.12 and 6.9 to 6.11: permissions, optional content and what depends on other software.</summary>
internal static class ArchivedParts
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 19005-2 6.1.12", "The permissions dictionary has only signatures", "Remove the other entries of Perms.", examined =>
            examined.Catalog.Dictionary("Perms")?.Keys.Any(key => key is not ("UR3" or "DocMDP")) == true
                ? [new Fault("The permissions dictionary has other entries than UR3 and DocMDP.", null, examined.Catalog.ObjectNumber)] : []),
        new("ISO 19005-2 6.9", "Configurations of optional content have a name of their own", "Name each configuration.", OptionalContentNames),
        new("ISO 19005-2 6.9", "Configurations of optional content list all its groups", "List all groups in Order.", Order),
        new("ISO 19005-2 6.9", "Optional content does not switch itself", "Remove AS from the configuration.", DocumentParts.AutomaticStates),
        new("ISO 19005-2 6.10", "There are no alternate presentations", "Remove AlternatePresentations and PresSteps.", Presentations),
        new("ISO 19005-2 6.11", "The file asks nothing of its reader", "Remove Requirements from the catalog.", examined =>
            examined.Catalog.Has("Requirements") ? [new Fault("The catalog names requirements.", null, examined.Catalog.ObjectNumber)] : []),
    ];

    private static IEnumerable<Fault> OptionalContentNames(Examination examined)
    {
        var configurations = DocumentParts.Configurations(examined).ToList();
        foreach (var configuration in configurations)
        {
            var name = configuration.Text("Name");
            if (string.IsNullOrEmpty(name) || configurations.Count(other => other.Text("Name") == name) > 1)
                yield return new Fault("A configuration of optional content has no name of its own.", null, configuration.ObjectNumber);
        }
    }

    private static IEnumerable<Fault> Order(Examination examined)
    {
        var groups = DocumentParts.OptionalContent(examined)?.Array("OCGs")?.Dictionaries.ToHashSet() ?? [];
        return DocumentParts.Configurations(examined)
            .Where(configuration => configuration.Array("Order") is { } order && !groups.IsSubsetOf(Listed(order, 0)))
            .Select(configuration => new Fault("A configuration of optional content does not list all groups.", null, configuration.ObjectNumber));
    }

    private static IEnumerable<PdfDictionary> Listed(PdfArray order, int depth) => depth > 32 ? [] : order.Resolved.SelectMany(entry => entry switch
    {
        PdfDictionary group => [group],
        PdfArray nested => Listed(nested, depth + 1),
        _ => [],
    });

    private static IEnumerable<Fault> Presentations(Examination examined)
    {
        if (examined.Catalog.Dictionary("Names")?.Has("AlternatePresentations") == true)
            yield return new Fault("The catalog names alternate presentations.", null, examined.Catalog.ObjectNumber);
        foreach (var page in examined.File.Pages.Where(page => page.Dictionary.Has("PresSteps")))
            yield return new Fault("The page has presentation steps.", page.Number, page.ObjectNumber);
    }
}
