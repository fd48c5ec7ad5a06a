using System.Collections.Immutable;
using Daybook.Pdf.Conformance.Accessibility;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.7: the logical structure that level A asks for.</summary>
internal static class ArchivedStructure
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        new("ISO 19005-2 6.7.2", "The file is marked as tagged", "Set Marked to true in the MarkInfo dictionary of the catalog.", examined =>
            examined.Catalog.Dictionary("MarkInfo")?.Boolean("Marked") == true ? [] : [new Fault("The catalog does not say that the file is tagged.", null, examined.Catalog.ObjectNumber)]),
        new("ISO 19005-2 6.7.3.3", "The file has a structure tree", "Make the file again with a writer that makes tagged PDF.", examined =>
            examined.Tree is not null ? [] : [new Fault("The file has no structure tree.", null, examined.Catalog.ObjectNumber)]),
        new("ISO 19005-2 6.7.3.4", "Structure types lead to standard types", "Add the type to the role map, or use a standard type.", RoleMapping.Unmapped),
        new("ISO 19005-2 6.7.4", "Declared languages are language tags", "Use a language tag such as 'en' or 'de-CH'.", NaturalLanguage.Tags),
    ];
}
