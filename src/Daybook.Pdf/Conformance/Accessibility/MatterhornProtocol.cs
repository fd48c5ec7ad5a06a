using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance.Accessibility;

/// <summary>The conditions of PDF/UA-1 that a machine can check: those of the Matterhorn Protocol 1.1, and those of the standards it takes for granted.</summary>
internal static class MatterhornProtocol
{
    public static readonly ImmutableArray<Condition> Conditions =
    [
        .. TaggedFile.Conditions, .. RealContent.Conditions, .. RoleMapping.Conditions, .. DocumentMetadata.Conditions, .. TagNesting.Conditions,
        .. NaturalLanguage.Conditions, .. Alternatives.Conditions, .. Headings.Conditions, .. Tables.Conditions, .. Notes.Conditions,
        .. DocumentParts.Conditions, .. Annotations.Conditions, .. FormXObjects.Conditions, .. AccessibleFonts.Conditions,
    ];
}
