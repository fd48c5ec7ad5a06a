using System.Buffers;

namespace Daybook.RedTeam;

/// <summary>Writes one run: its report, and its hitlog when there are hits.</summary>
internal sealed class SampleRunWriter(SampleRun run, SampleSize size)
{
    private readonly ArrayBufferWriter<byte> _report = new(1 << 18);
    private readonly ArrayBufferWriter<byte> _hitlog = new(1 << 14);

    public ReadOnlyMemory<byte> Report => _report.WrittenMemory;

    /// <summary>Empty when no attack worked.</summary>
    public ReadOnlyMemory<byte> Hitlog => _hitlog.WrittenMemory;

    public void Write()
    {
        var ascii = run.Dialect == GarakDialect.Early;
        var json = new PythonJson(_report, ascii);
        var random = new SplitMix64(run.Seed);
        var runId = random.Uuid();
        var records = new RunRecords(json, run, runId, size.Generations);
        var attempts = new AttemptRecords(json, run, runId, size.Generations);
        var hits = new AttemptRecords(new PythonJson(_hitlog, ascii), run, runId, size.Generations);
        var evals = new List<SampleEval>();

        records.WriteStart();
        for (var i = 0; i < run.Probes.Length; i++)
        {
            var probe = run.Probes[i];
            var probed = Enumerable.Range(0, size.PromptsPerProbe)
                .Select(seq => SampleAttempt.Of(random, probe, seq, size.Generations, run.HitPermille))
                .ToArray();
            foreach (var attempt in probed)
                attempts.WriteStarted(attempt);
            if (run.CutInProbe == i)
            {
                BreakOff(attempts, probed);
                return;
            }

            foreach (var attempt in probed)
                attempts.WriteComplete(attempt);

            // Hits are written detector by detector while garak evaluates.
            var ofProbe = SampleEval.Of(probe, probed).ToArray();
            foreach (var eval in ofProbe)
            {
                WriteHits(hits, eval.Detector, probed);
                records.WriteEval(eval);
            }

            evals.AddRange(ofProbe);
        }

        records.WriteEnd(evals);
    }

    private static void WriteHits(AttemptRecords hits, string detector, IEnumerable<SampleAttempt> attempts)
    {
        foreach (var attempt in attempts)
        {
            var scores = detector == attempt.Probe.Primary ? attempt.Scores : attempt.ExtendedScores;
            for (var i = 0; i < scores.Length; i++)
            {
                if (scores[i] >= 0.5m)
                    hits.WriteHit(attempt, i, detector, scores[i]!.Value);
            }
        }
    }

    /// <summary>The last line ends in its middle, as when the disk is full or the process was killed.</summary>
    private void BreakOff(AttemptRecords attempts, SampleAttempt[] probed)
    {
        attempts.WriteComplete(probed[0]);
        var whole = _report.WrittenCount;
        attempts.WriteComplete(probed[1]);
        var cut = _report.WrittenSpan[..(whole + (_report.WrittenCount - whole) / 2)].ToArray();
        _report.Clear();
        _report.Write(cut);
    }
}
