using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>What of a report is not as it should be, for its first page: the same words in every format.</summary>
/// <param name="Words">Before the names of the sections; a whole sentence where there are none.</param>
internal sealed record Shortcomings(string Words, ImmutableArray<Section> Sections)
{
    /// <summary>At least one, of a report that was completed with errors.</summary>
    public static ImmutableArray<Shortcomings> Of(ReportDocument document)
    {
        var (failed, ruleBased) = (SectionTree.Failed(document.Sections).ToImmutableArray(), SectionTree.RuleBased(document.Sections).ToImmutableArray());
        var found = ImmutableArray.CreateBuilder<Shortcomings>();
        if (!failed.IsEmpty)
            found.Add(new(failed.Length == 1 ? "One section could not be made: " : "These sections could not be made: ", failed));
        if (!ruleBased.IsEmpty)
            found.Add(new(ruleBased.Length == 1 ? "The AI model could not write one section, which has rule-based text instead: " : "The AI model could not write these sections, which have rule-based text instead: ", ruleBased));
        return found.Count == 0 ? [new("It was completed with errors; see the sections below.", [])] : found.ToImmutable();
    }
}
