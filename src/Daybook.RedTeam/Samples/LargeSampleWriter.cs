using System.Buffers;
using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>
/// Writes a long run probe by probe, as garak does: all answers of a probe, then all its scores, then its evaluation. A longer run has more
/// prompts a probe, not more probes.
/// </summary>
internal sealed class LargeSampleWriter : IAsyncDisposable
{
    private const int MostProbes = 200;
    private const int FewestPrompts = 256;

    /// <summary>What the two records of an attempt take.</summary>
    private const int BytesPerPrompt = 6800;

    private const int Generations = 5;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 22);
    private readonly SplitMix64 _random = new(1);
    private readonly RunRecords _records;
    private readonly AttemptRecords _attempts;
    private readonly List<SampleEval> _evals = [];
    private long _written;

    public LargeSampleWriter(Stream output, DateOnly businessDate)
    {
        _output = output;
        var target = new SampleTarget("large-sample", "rest", GarakDialect.Current, 60);
        var run = new SampleRun(
            "garak.large-sample", target, target.Dialect, businessDate.ToDateTime(new TimeOnly(9, 0)), SampleProbes.Daily, target.HitPermille, 1);
        var json = new PythonJson(_buffer, asciiOnly: false);
        var runId = _random.Uuid();
        _records = new RunRecords(json, run, runId, Generations);
        _attempts = new AttemptRecords(json, run, runId, Generations);
    }

    public async Task WriteAsync(long bytes, CancellationToken cancellationToken)
    {
        var prompts = (int)Math.Max(FewestPrompts, bytes / BytesPerPrompt / MostProbes);
        _records.WriteStart();
        for (var i = 0; _written < bytes; i++)
        {
            WriteProbe(i, prompts);
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        _records.WriteEnd(_evals);
        await FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => new(_output.FlushAsync());

    private void WriteProbe(int number, int prompts)
    {
        var kind = SampleProbes.Daily[number % SampleProbes.Daily.Length];
        var probe = kind with { Name = string.Create(CultureInfo.InvariantCulture, $"{kind.Name}_{number + 1:0000}") };
        var attempts = new SampleAttempt[prompts];
        for (var seq = 0; seq < attempts.Length; seq++)
            attempts[seq] = SampleAttempt.Of(_random, probe, seq, Generations, 60);
        foreach (var attempt in attempts)
            _attempts.WriteStarted(attempt);
        foreach (var attempt in attempts)
            _attempts.WriteComplete(attempt);
        foreach (var eval in SampleEval.Of(probe, attempts))
        {
            _records.WriteEval(eval);
            _evals.Add(eval);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _output.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _written += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
