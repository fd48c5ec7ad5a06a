using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The rows of one view of garak logs, with everything a reader of the report must know about them.</summary>
internal sealed class GarakRowsReader(GarakView view, ViewContext context, ImmutableArray<string> origins) : RowsReader
{
    public override ImmutableArray<DataColumn> Columns => view.Columns;

    public override IReadOnlyList<string> Origins => origins;

    public override IReadOnlyList<DataNote> Notes => DataQuality.Merge(
    [
        .. context.Logs.Notes,
        .. context.Used(view).Where(ViewContext.IsCounted).SelectMany(run => run.Summary.Notes),
        .. PeriodRuns.Left(context.Logs.Runs, context.Used(view)),
        .. OfRows(),
    ]);

    public override async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in view.Rows(context, cancellationToken).ConfigureAwait(false))
            yield return row;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<DataNote> OfRows()
    {
        if (!context.Counted.Any())
            yield return new DataNote(GarakNoteCodes.NoData, "Not assessed: no garak run in the period.", 0, IsBlocking: true);
        else if (context.Headline.All(pair => pair.Result.Evaluated == 0))
            yield return new DataNote(GarakNoteCodes.NothingEvaluated, "Not assessed: the garak runs evaluated no output.", 0, IsBlocking: true);
        foreach (var note in view == ByTagView.View ? ByTagView.Notes(context) : [])
            yield return note;
        if (context.Redactor is { Redactions: > 0 and var count })
        {
            var what = Figure.Count(count, "secret or personal detail", "secrets or personal details");
            yield return new DataNote(GarakNoteCodes.Redacted, $"{what} removed from the texts shown.", count, IsBlocking: false);
        }
    }
}
