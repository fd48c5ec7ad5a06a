namespace Daybook.RedTeam;

/// <summary>Counts one run while its records go by; keeps no texts.</summary>
/// <param name="gradedDetectors">Indexes of the detectors that gave more than 0 and 1 anywhere in the file.</param>
internal sealed class RunAccumulator(
    long firstLine, NamePool probes, NamePool detectors, HashSet<int> gradedDetectors, AttemptLedger ledger, GarakOptions options)
{
    private const double DefaultThreshold = 0.5;

    private readonly Dictionary<(int Probe, int Detector), DetectorTally> _tallies = [];
    private readonly Dictionary<(string Probe, string Detector), EvalClaim> _claims = [];
    private readonly Dictionary<string, string> _firstDetectors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _probesWithAttempts = new(StringComparer.Ordinal);

    public long FirstLine => firstLine;

    public RunHeader Header { get; } = new();

    /// <summary>Set once the run is read to its end.</summary>
    public AttemptCounts Attempts { get; set; }

    public PluginCatalog Catalog { get; } = new(probes, detectors);

    public Digest Digest { get; } = new();

    public bool IsHitlog { get; init; }

    /// <summary>Something other than the run's head was read.</summary>
    public bool HasBody { get; private set; }

    /// <summary>The file's last record broke off, and it was this run's.</summary>
    public bool IsCut { get; set; }

    public long FinishedAttempts { get; private set; }

    public long ControlAttempts { get; private set; }

    public long NonstandardAttempts { get; private set; }

    /// <summary>Finished attempts without any detector's result.</summary>
    public long UnscoredAttempts { get; private set; }

    /// <summary><c>NaN</c> and <c>Infinity</c>, anywhere in the run's records.</summary>
    public long NonFiniteWords { get; private set; }

    /// <summary>Evaluation lines whose own figures contradict each other.</summary>
    public long UnusableClaims { get; private set; }

    public IReadOnlyCollection<DetectorTally> Tallies => _tallies.Values;

    public IReadOnlyDictionary<(string Probe, string Detector), EvalClaim> Claims => _claims;

    public double Threshold => Header.Threshold ?? options.Threshold ?? DefaultThreshold;

    /// <summary>Some probe was tried and never evaluated.</summary>
    public bool HasProbeWithoutClaim =>
        _probesWithAttempts.Except(_claims.Keys.Select(claim => claim.Probe), StringComparer.Ordinal).Any(probe => !probes.Get(probe).IsControl);

    public bool HasAttemptsOf(string probe) => _probesWithAttempts.Contains(probe);

    /// <summary>The detector a probe's results named first.</summary>
    public string? FirstDetectorOf(string probe) => _firstDetectors.GetValueOrDefault(probe);

    public void Add(LogRecord record, AttemptLine attempt, long line)
    {
        HasBody |= record.Type is not (EntryType.Config or EntryType.Setup or EntryType.Init);
        NonFiniteWords += record.NonFinite;
        switch (record.Type)
        {
            case EntryType.Config or EntryType.Setup or EntryType.Init or EntryType.Completion:
                Header.Read(record);
                break;
            case EntryType.Attempt:
                AddAttempt(record, attempt, line);
                break;
            case EntryType.Eval:
                AddClaim(record);
                break;
            case EntryType.PluginCache when record.HasValue(Field.PluginCache):
                Catalog.ReadCache(record.Open(Field.PluginCache));
                break;
            case EntryType.Digest:
                AddDigest(record);
                break;
            case EntryType.Hit:
                AddHit(record);
                break;
            default:
                break;
        }
    }

    private void AddAttempt(LogRecord record, AttemptLine attempt, long line)
    {
        attempt.Read(record);
        _probesWithAttempts.Add(attempt.Probe.Text);
        if (attempt.IsNonstandard)
            NonstandardAttempts++;
        if (!ledger.Add(attempt, record, line))
            return;
        FinishedAttempts++;
        if (attempt.Probe.IsControl)
            ControlAttempts++;
        if (attempt.Results.IsEmpty)
            UnscoredAttempts++;
        foreach (var result in attempt.Results)
        {
            _firstDetectors.TryAdd(attempt.Probe.Text, result.Detector.Text);
            var tally = Tally(attempt.Probe, result.Detector);
            foreach (var score in result.Scores)
                AddScore(tally, score);
            tally.AddMissing(Math.Max(0, attempt.Outputs.Count - result.Scores.Count));
        }
    }

    private void AddHit(LogRecord record)
    {
        Header.ReadHit(record.Text(Field.RunId), record.Text(Field.Generator));
        AddScore(Tally(probes.Get(record.Text(Field.Probe) ?? ""), detectors.Get(record.Text(Field.Detector) ?? "")), Score.Of(record));
    }

    private void AddScore(DetectorTally tally, double score)
    {
        if (score is not (0 or 1 or double.NaN))
            gradedDetectors.Add(tally.Detector.Index);
        tally.Add(score, IsHitlog ? double.NegativeInfinity : Threshold, options.Severities);
    }

    private void AddClaim(LogRecord record)
    {
        var (probe, detector) = (probes.Get(record.Text(Field.Probe) ?? "").Text, detectors.Get(record.Text(Field.Detector) ?? "").Text);
        if (EvalReader.Read(record) is { } claim)
            _claims[(probe, detector)] = EvalReader.Add(_claims.GetValueOrDefault((probe, detector)), claim);
        else
            UnusableClaims++;
        _firstDetectors.TryAdd(probe, detector);
    }

    private void AddDigest(LogRecord record)
    {
        if (record.HasValue(Field.Meta))
        {
            var reader = record.Open(Field.Meta);
            Header.ReadDigestMeta(JsonTree.Read(ref reader));
        }

        if (record.HasValue(Field.Eval))
            Digest.Read(record.Open(Field.Eval), probes, detectors, Catalog);
    }

    private DetectorTally Tally(PluginName probe, PluginName detector)
    {
        if (!_tallies.TryGetValue((probe.Index, detector.Index), out var tally))
            _tallies.Add((probe.Index, detector.Index), tally = new DetectorTally(probe, detector));
        return tally;
    }
}
