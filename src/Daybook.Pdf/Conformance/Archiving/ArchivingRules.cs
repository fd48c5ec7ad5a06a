using System.Collections.Immutable;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>The rules of PDF/A-2 and PDF/A-3 (ISO 19005-2 and 19005-3) that a machine can check, for what report writers make.</summary>
internal static class ArchivingRules
{
    /// <param name="part">2, or 3, which has the same clauses and differs in embedded files.</param>
    /// <param name="level">B, or A, which also asks for text and structure that can be read out.</param>
    public static IEnumerable<Condition> Of(int part, string level)
    {
        ImmutableArray<Condition> conditions =
        [
            .. FileStructure.Conditions, .. SyntaxLimits.Conditions, .. ContentRules.Conditions, .. ColourRules.Conditions, .. GraphicsRules.Conditions,
            .. ArchivedFonts.LevelB, .. level == "A" ? ArchivedFonts.LevelA : [], .. ArchivedAnnotations.Conditions, .. ArchivedMetadata.Conditions(part, level),
            .. ArchivedParts.Conditions, .. part == 3 ? EmbeddedFiles.Part3 : EmbeddedFiles.Part2, .. level == "A" ? ArchivedStructure.Conditions : [],
        ];
        return conditions.Select(condition => condition with { Id = condition.Id.Replace("ISO 19005-2", part == 3 ? "ISO 19005-3" : "ISO 19005-2", StringComparison.Ordinal) });
    }
}
