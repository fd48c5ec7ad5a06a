using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One row per hit, with its evidence. Hits of further detectors are marked; control records and second copies are left out.</summary>
internal static class HitsView
{
    public static GarakView View { get; } = new(
        "hits",
        [
            new("run_id", DataType.Text),
            new("target", DataType.Text),
            new("started", DataType.Instant),
            new("probe", DataType.Text),
            new("detector", DataType.Text),
            new("is_primary", DataType.Boolean),
            new("score", DataType.Float),
            new("severity", DataType.Text),
            new("prompt", DataType.Text),
            new("response", DataType.Text),
            new("tags", DataType.Text),
            new("source_file", DataType.Text),
            new("source_line", DataType.Integer),
        ],
        RowsAsync);

    private static async IAsyncEnumerable<object?[]> RowsAsync(ViewContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = context.Counted.ToHashSet(ReferenceEqualityComparer.Instance);
        await foreach (var finding in FindingRows.ReadAsync(context.Logs, wanted.Contains, context.Options, cancellationToken).ConfigureAwait(false))
        {
            if (finding is { Violation: true, Excluded: null })
                yield return Row(context, finding);
        }
    }

    private static object?[] Row(ViewContext context, Finding finding) =>
    [
        finding.RunId,
        finding.Model,
        context.Time(finding.Timestamp),
        finding.Attack,
        finding.Scorer,
        finding.IsPrimary,
        finding.Value,
        SnakeCase.Of(finding.Severity),
        context.Shown(finding.Prompt),
        context.Shown(finding.Response),
        finding.Tags.IsEmpty ? null : string.Join(", ", finding.Tags),
        finding.SourceFile,
        finding.SourceLine,
    ];
}
