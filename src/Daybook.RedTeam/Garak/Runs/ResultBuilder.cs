using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Sets the counts of a run beside garak's own evaluation lines and decides which of them the report uses.</summary>
internal sealed class ResultBuilder(RunAccumulator run, IReadOnlySet<int> gradedDetectors)
{
    public ImmutableArray<GarakResult> Build()
    {
        var tallies = run.Tallies.ToDictionary(tally => (Probe: tally.Probe.Text, Detector: tally.Detector.Text));
        var pairs = tallies.Keys.Union(run.Claims.Keys).ToList();
        var primaries = pairs.GroupBy(pair => pair.Probe, pair => pair.Detector, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Primary(group.Key, [.. group]), StringComparer.Ordinal);
        var results = pairs.Select(pair => Result(
            pair.Probe,
            pair.Detector,
            primaries[pair.Probe] == pair.Detector,
            tallies.GetValueOrDefault(pair),
            run.Claims.GetValueOrDefault(pair)));
        return
        [
            .. results.OrderBy(result => result.Probe, StringComparer.Ordinal)
                .ThenByDescending(result => result.IsPrimary)
                .ThenBy(result => result.Detector, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the log names as primary if it judged this run, else the detector listed first.</summary>
    private string Primary(string probe, List<string> detectors) =>
        run.Catalog.Probe(probe).PrimaryDetector is { } named && detectors.Contains(named) ? named
        : run.FirstDetectorOf(probe) is { } first && detectors.Contains(first) ? first
        : detectors[0];

    private GarakResult Result(string probe, string detector, bool isPrimary, DetectorTally? tally, EvalClaim? claim)
    {
        var facts = run.Catalog.Probe(probe);
        var digest = run.Digest.Result(probe, detector);
        var isGraded = tally is not null && gradedDetectors.Contains(tally.Detector.Index);
        var check = Check(probe, tally, claim);
        var usesClaim = tally is null;
        return new GarakResult
        {
            Probe = probe,
            Family = new PluginName(probe, probe, 0).Family,
            Detector = detector,
            DetectorRaw = tally?.Detector.Raw ?? detector,
            IsPrimary = isPrimary,
            IsControl = new PluginName(probe, probe, 0).IsControl,
            Basis = run.IsHitlog ? ResultBasis.HitsOnly : usesClaim ? ResultBasis.EvalLine : ResultBasis.Attempts,
            Hits = usesClaim ? claim!.Hits : tally!.Hits,
            Passes = usesClaim ? claim!.Passed : tally!.Passes,
            Nones = usesClaim ? claim!.Nones ?? 0 : tally!.Nones,
            Severities = usesClaim ? new SeverityCounts(0, 0, 0, 0, claim!.Passed, claim.Hits) : tally!.Severities(isGraded),
            Check = check,
            Claim = claim,
            GivenInterval = Interval(claim),
            RelativeGrade = digest?.RelativeGrade,
            RelativeScore = digest?.RelativeScore,
            Tier = facts.Tier,
            Tags = facts.Tags,
            ProbeDescription = facts.Description,
            DetectorDescription = run.Catalog.Detector(detector).Description,
            IsGraded = isGraded,
        };
    }

    private ClaimCheck Check(string probe, DetectorTally? tally, EvalClaim? claim)
    {
        if (run.IsHitlog)
            return ClaimCheck.NotApplicable;
        if (tally is null)
            return run.HasAttemptsOf(probe) ? ClaimCheck.Mismatch : ClaimCheck.NoEvidence;
        if (claim is null)
            return ClaimCheck.EvalMissing;
        return claim.Passed == tally.Passes && claim.Hits == tally.Hits ? ClaimCheck.Agrees : ClaimCheck.Mismatch;
    }

    /// <summary>Bounds that are no rates are left out; the run's notes say so.</summary>
    private static RateInterval? Interval(EvalClaim? claim) =>
        claim is { Lower: { } lower, Upper: { } upper } && IntervalCheck.IsRate(claim)
            ? new RateInterval(
                RateInterval.Percent(lower), RateInterval.Percent(upper), $"garak {claim.ConfidenceMethod}".TrimEnd(), claim.ConfidenceLevel)
            : null;
}
