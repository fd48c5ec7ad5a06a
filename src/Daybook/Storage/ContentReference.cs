using System.Collections.Immutable;

namespace Daybook.Storage;

/// <summary>A column that refers to kept content. Content that none of them names is collected.</summary>
internal sealed record ContentReference(string Table, string Column)
{
    /// <summary>All there are: a foreign key to <c>contents</c> that is missing here keeps content from being collected, and a test finds it.</summary>
    public static ImmutableArray<ContentReference> All { get; } =
    [
        new("cob_generated_reports", "snapshot_sha256"),
        new("cob_generated_reports", "document_sha256"),
        new("cob_report_exports", "sha256"),
        new("cob_report_analyses", "sha256"),
    ];

    /// <summary>SQL that is true for a row <c>c</c> of <c>contents</c> that nothing refers to.</summary>
    public static string Unused { get; } = string.Join(" and ", All.Select(reference => $"not exists (select 1 from {reference.Table} x where x.{reference.Column} = c.sha256)"));
}
