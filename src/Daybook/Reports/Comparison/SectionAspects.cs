using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Reports.Comparison;

/// <summary>In what respects two states of a section differ.</summary>
internal static class SectionAspects
{
    private static readonly ImmutableArray<(string Name, Func<DocumentBlock, bool> Holds)> Kinds =
    [
        ("tables", static block => block is Table),
        ("charts", static block => block is Chart),
        ("cards", static block => block is MetricCards),
        ("images", static block => block is Image),
        ("text", static block => block is not (Table or Chart or MetricCards or Image or Section)),
    ];

    public static ImmutableArray<string> Between(Section before, Section after, DocumentMetadata metadata)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        Add("title", before.Title != after.Title);
        Add("status", before.Status != after.Status);
        Add("reason", before.Reason != after.Reason);
        foreach (var (name, holds) in Kinds)
            Add(name, !Bytes(before, holds, metadata).AsSpan().SequenceEqual(Bytes(after, holds, metadata)));
        return found.ToImmutable();

        void Add(string aspect, bool differs)
        {
            if (differs)
                found.Add(aspect);
        }
    }

    /// <summary>Both sides under the same metadata, so that only the blocks speak.</summary>
    private static byte[] Bytes(Section section, Func<DocumentBlock, bool> holds, DocumentMetadata metadata) =>
        DocumentJson.Write(new ReportDocument(metadata, [new Section("s", null, SectionKind.Data, [.. section.Blocks.Where(holds)])]));
}
