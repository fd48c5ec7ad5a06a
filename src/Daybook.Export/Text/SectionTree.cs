using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Sections and blocks in the order of the report.</summary>
internal static class SectionTree
{
    /// <summary>The section and those inside it.</summary>
    public static IEnumerable<Section> WithInner(Section section) => section.Blocks.OfType<Section>().SelectMany(WithInner).Prepend(section);

    /// <summary>The sections that could not be made.</summary>
    public static IEnumerable<Section> Failed(IEnumerable<Section> sections) =>
        sections.SelectMany(WithInner).Where(section => section.Status == SectionStatus.Failed);

    /// <summary>The sections whose text stands in for the answer of a model that failed.</summary>
    public static IEnumerable<Section> RuleBased(IEnumerable<Section> sections) =>
        sections.SelectMany(WithInner).Where(section => section is { Status: SectionStatus.Ok, ReasonCode: not null });

    /// <summary>Every block of a section and of those inside it, but not what lists, callouts and quotes hold.</summary>
    public static IEnumerable<DocumentBlock> Blocks(Section section) => WithInner(section).SelectMany(OwnBlocks);

    public static IEnumerable<DocumentBlock> OwnBlocks(Section section) => section.Blocks.Where(block => block is not Section);
}
