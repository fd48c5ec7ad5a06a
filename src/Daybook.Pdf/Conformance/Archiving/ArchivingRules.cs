using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>The rules of PDF/A-2 (ISO 19005-2) that a machine can check, for what report writers make.</summary>
internal static class ArchivingRules
{
    public static readonly ImmutableArray<Condition> LevelB =
    [
        .. FileStructure.Conditions, .. SyntaxLimits.Conditions, .. ContentRules.Conditions, .. ColourRules.Conditions, .. GraphicsRules.Conditions,
        .. ArchivedFonts.LevelB, .. ArchivedAnnotations.Conditions, .. ArchivedMetadata.Conditions("B"), .. ArchivedParts.Conditions,
    ];

    /// <summary>Level B but for the level claimed, and what makes text and structure readable.</summary>
    public static readonly ImmutableArray<Condition> LevelA =
    [
        .. FileStructure.Conditions, .. SyntaxLimits.Conditions, .. ContentRules.Conditions, .. ColourRules.Conditions, .. GraphicsRules.Conditions,
        .. ArchivedFonts.LevelB, .. ArchivedFonts.LevelA, .. ArchivedAnnotations.Conditions, .. ArchivedMetadata.Conditions("A"), .. ArchivedParts.Conditions,
        .. ArchivedStructure.Conditions,
    ];
}
