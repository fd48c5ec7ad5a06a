using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>The rows of one view of garak logs, with everything a reader of the report must know about them.</summary>
internal sealed class GarakRowsReader(GarakView view, ViewContext context, ImmutableArray<string> origins) : RowsReader
{
    private long _rows;

    public override ImmutableArray<DataColumn> Columns => view.Columns;

    public override IReadOnlyList<string> Origins => origins;

    public override IReadOnlyList<DataNote> Notes => DataQuality.Merge(EveryNote());

    public override async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in view.Rows(context, cancellationToken).ConfigureAwait(false))
        {
            _rows++;
            yield return row;
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IEnumerable<DataNote> EveryNote()
    {
        var used = context.Runs.ToHashSet<GarakRun>(ReferenceEqualityComparer.Instance);
        if (view == ByDayView.View && context.Period is { } period)
            used.UnionWith(period.Earlier.SelectMany(earlier => PeriodRuns.Of(context.Logs.Runs, earlier.Start, earlier.End)));
        var notes = context.Logs.Notes
            .Concat(context.Logs.Runs.Where(run => used.Contains(run) && ViewContext.IsCounted(run)).SelectMany(run => run.Summary.Notes))
            .Concat(PeriodRuns.Left(context.Logs.Runs, used));
        if (view == ByTagView.View && _rows > 0)
            notes = notes.Append(new DataNote(GarakNoteCodes.TagsOverlap, "A probe with several tags counts in each of them, so the rows do not add up to the total.", _rows, false));
        if (!context.Counted.Any())
            notes = notes.Append(new DataNote(GarakNoteCodes.NoData, "Not assessed: no garak run in the period.", 0, true));
        else if (context.Headline.All(pair => pair.Result.Evaluated == 0))
            notes = notes.Append(new DataNote(GarakNoteCodes.NothingEvaluated, "Not assessed: the garak runs of the period evaluated no output.", 0, true));
        if (context.Redactor is { Redactions: > 0 } redactor)
            notes = notes.Append(new DataNote(GarakNoteCodes.Redacted, $"{Figure.Count(redactor.Redactions, "secret or personal detail", "secrets or personal details")} removed from the texts shown.", redactor.Redactions, false));
        return notes;
    }
}
