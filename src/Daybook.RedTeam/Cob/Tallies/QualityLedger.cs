using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>What must be said about the data: what the readers noted and what the counting left out.</summary>
internal sealed class QualityLedger
{
    private readonly List<DataNote> _notes = [];
    private readonly SortedDictionary<Exclusion, long> _excluded = [];

    /// <summary>Rows of runs whose log gives no start.</summary>
    public long Untimed { get; set; }

    /// <summary>Hits of lists that have no passes.</summary>
    public long HitsWithoutRate { get; set; }

    public long ExcludedRows => _excluded.Values.Sum();

    /// <summary>What makes figures incomplete and belongs to no single run.</summary>
    public IEnumerable<DataNote> Blocking => _notes.Where(note => note.IsBlocking);

    public ImmutableArray<ExclusionFigure> Exclusions =>
        [.. _excluded.Select(entry => new ExclusionFigure(entry.Key, ExclusionLabel.Of(entry.Key), entry.Value))];

    public void Add(DataNote note) => _notes.Add(note);

    public void Exclude(Exclusion reason, long rows) => _excluded[reason] = _excluded.GetValueOrDefault(reason) + rows;

    public ImmutableArray<QualityNote> Build(
        EvidenceTally evidence, CurrentTally current, RunLedger runs, Executions executions, Redactor redactor)
    {
        var own = Own(evidence, current, runs, executions, redactor.Redactions).Where(note => note.Count > 0);
        return QualityNote.Merge([.. runs.Current.SelectMany(run => run.Notes), .. _notes, .. own]);
    }

    private IEnumerable<DataNote> Own(EvidenceTally evidence, CurrentTally current, RunLedger runs, Executions executions, long redactions)
    {
        var counts = current.Total;
        yield return new(GarakNoteCodes.TagsMissing, $"{Figure.Count(current.Untagged, "test")} of logs that name no tags: in no group by tag and in no requirement", current.Untagged, false);
        yield return new(GarakNoteCodes.TimeMissing, $"{Figure.Count(Untimed, "row")} of runs without a start time: in no period", Untimed, false);
        yield return new(
            QualityCodes.HitsWithoutRate, $"{Figure.Count(HitsWithoutRate, "hit")} from hit logs without their report count in no rate", HitsWithoutRate, false);
        yield return new(
            QualityCodes.SeverityUnknown, $"{Figure.Count(counts.Unknown, "violation")} without a known severity: counted as violations, in no severity", counts.Unknown, false);
        var unseen = counts.CriticalAndHigh - evidence.Grave + evidence.WithoutText;
        yield return new(
            QualityCodes.PatternsPartial,
            $"Attack patterns rest on {Figure.Whole(counts.CriticalAndHigh - unseen)} of {Figure.Count(counts.CriticalAndHigh, "critical or high finding")}: the others have no text",
            unseen,
            false);
        yield return new(
            QualityCodes.RationaleOnly, $"{Figure.Count(evidence.RationaleOnly, "finding")} judged by the scorer's rationale alone: prompt and response are missing", evidence.RationaleOnly, false);
        yield return new(
            QualityCodes.TextCut, $"{Figure.Count(evidence.Cut, "text")} longer than {Figure.Whole(EvidenceText.Limit)} characters searched for patterns up to there", evidence.Cut, false);
        var hidden = evidence.Grave - executions.RawResults.Length;
        yield return new(
            QualityCodes.FindingsCapped, $"{Figure.Count(hidden, "critical or high finding")} counted and not listed: the list holds {Figure.Whole(executions.RawResults.Length)}", hidden, false);
        yield return new(
            QualityCodes.BaselineIncomplete, $"{Figure.Count(runs.IncompleteBefore, "run")} of earlier periods incomplete: comparisons rest on what was scored", runs.IncompleteBefore, false);
        yield return new(GarakNoteCodes.Redacted, $"{Figure.Count(redactions, "secret or personal detail", "secrets or personal details")} removed from the evidence shown", redactions, false);
    }
}
