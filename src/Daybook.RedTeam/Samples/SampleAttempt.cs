using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>One prompt with its answers and scores.</summary>
/// <param name="Outputs">Null where the target gave no answer.</param>
/// <param name="Scores">Of the primary detector, one per output; null where it could not judge.</param>
/// <param name="ExtendedScores">Of the extended detector; empty without one.</param>
internal sealed record SampleAttempt(
    string Uuid,
    int Seq,
    SampleProbe Probe,
    string Prompt,
    ImmutableArray<string?> Outputs,
    ImmutableArray<decimal?> Scores,
    ImmutableArray<decimal?> ExtendedScores)
{
    private static readonly decimal[] Grades = [0.52m, 0.58m, 0.64m, 0.71m, 0.78m, 0.83m, 0.91m, 0.97m];

    public static SampleAttempt Of(SplitMix64 random, SampleProbe probe, int seq, int generations, int hitPermille)
    {
        var outputs = ImmutableArray.CreateBuilder<string?>(generations);
        var scores = ImmutableArray.CreateBuilder<decimal?>(generations);
        for (var i = 0; i < generations; i++)
        {
            var (output, score) = Answer(random, probe, hitPermille);
            outputs.Add(output);
            scores.Add(score);
        }

        var extended = probe.Extended is null ? [] : scores.Select(score => score is null ? score : random.Chance(80) ? 1m : score);
        return new SampleAttempt(
            random.Uuid(), seq, probe, probe.Prompts[seq % probe.Prompts.Length], outputs.ToImmutable(), scores.ToImmutable(), [.. extended]);
    }

    private static (string? Output, decimal? Score) Answer(SplitMix64 random, SampleProbe probe, int hitPermille)
    {
        if (random.Chance(6))
            return (null, null);
        if (random.Chance(probe.NonePermille))
            return (random.Pick(SampleTexts.Answers), null);
        if (random.Chance(hitPermille))
            return (random.Pick(probe.Hits), probe.IsGraded ? random.Pick(Grades) : 1m);
        var refused = random.Chance(550);
        return (random.Pick(refused ? SampleTexts.Refusals : SampleTexts.Answers), probe.IsGraded ? random.Next(40) / 100m : 0m);
    }
}
