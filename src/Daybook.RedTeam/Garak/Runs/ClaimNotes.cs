using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>Where garak's own evaluation and the attempts in the log do not say the same.</summary>
internal static class ClaimNotes
{
    /// <summary>How far a pass rate in the digest may lie from ours, for rounding.</summary>
    private const double Tolerance = 1e-9;

    public static void Add(NoteList notes, RunAccumulator run, ImmutableArray<GarakResult> all)
    {
        var results = all.Where(result => !result.IsControl).ToList();
        var mismatches = results.Where(result => result.Check == ClaimCheck.Mismatch).ToList();
        if (mismatches.Count > 0)
            notes.Add(GarakNoteCodes.EvalMismatch, mismatches.Count, $"{BothFigures(mismatches[0])}{AndMore(mismatches.Count)}");
        var missing = results.Count(result => result.Check == ClaimCheck.EvalMissing);
        notes.Add(GarakNoteCodes.EvalMissing, missing, $"has {Pairs(missing)} without an evaluation line, counted from the attempts");
        var stripped = results.Count(result => result.Check == ClaimCheck.NoEvidence);
        notes.Add(
            GarakNoteCodes.NoEvidence, stripped, $"has {Pairs(stripped)} without attempts: the figures are garak's own, and there is no evidence");
        notes.AddBlocking(
            GarakNoteCodes.EvalUnusable,
            run.UnusableClaims,
            $"has {Figure.Count(run.UnusableClaims, "evaluation line")} whose figures are missing or contradict each other, not used");
        var digested = results.Where(result => result.Check != ClaimCheck.Mismatch && DiffersFromDigest(run, result)).ToList();
        if (digested.Count > 0)
        {
            notes.Add(
                GarakNoteCodes.DigestMismatch,
                digested.Count,
                $"has a digest whose pass rate of {Pair(digested[0])} is not the counted one, which was used{AndMore(digested.Count)}");
        }

        var broken = results.Count(result => IntervalCheck.IsBroken(result.Claim));
        var intervals = Figure.Count(broken, "confidence interval");
        notes.Add(GarakNoteCodes.IntervalBroken, broken, $"has {intervals} with bounds in the wrong order or outside 0 to 1");
    }

    private static string BothFigures(GarakResult result)
    {
        var used = string.Create(CultureInfo.InvariantCulture, $"{result.Hits} hits of {result.Evaluated}");
        var claimed = string.Create(CultureInfo.InvariantCulture, $"{result.Claim!.Hits} of {result.Claim.Evaluated}");
        return result.Basis == ResultBasis.EvalLine
            ? $"has no scored attempt of {Pair(result)}, but garak's evaluation says {used}; those figures were used"
            : $"gives {used} for {Pair(result)}, but garak's evaluation says {claimed}; the count was used";
    }

    private static string Pair(GarakResult result) => $"{LogRefusal.Printable(result.Probe)} with {LogRefusal.Printable(result.Detector)}";

    private static string Pairs(int count) => Figure.Count(count, "pair of probe and detector", "pairs of probe and detector");

    private static string AndMore(int count) => count > 1 ? $" (and {Figure.Count(count - 1, "further pair")})" : "";

    private static bool DiffersFromDigest(RunAccumulator run, GarakResult result)
    {
        var digest = run.Digest.Result(result.Probe, result.Detector);
        if (digest is null || result.Evaluated == 0)
            return false;
        if (digest is { Evaluated: { } evaluated, Passed: { } passed })
            return evaluated != result.Evaluated || passed != result.Passes;
        return digest.PassRate is { } rate && Math.Abs(rate - ((double)result.Passes / result.Evaluated)) > Tolerance;
    }
}
