using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>What the first and last records of a run say of it. Which record has which field depends on garak's version.</summary>
internal sealed class RunHeader
{
    private readonly HashSet<EntryType> _seen = [];

    public string? RunId { get; private set; }

    public string? Version { get; private set; }

    public string? TargetType { get; private set; }

    public string? TargetName { get; private set; }

    public string? Prefix { get; private set; }

    public string? StartTime { get; private set; }

    public string? EndTime { get; private set; }

    public double? Threshold { get; private set; }

    /// <summary>How garak aggregates the pass rates of a group; null where the log does not say.</summary>
    public string? GroupAggregation { get; private set; }

    /// <summary>Merged from several logs.</summary>
    public bool IsAggregated { get; private set; }

    /// <summary>Of a merged log: the run that its first log held.</summary>
    public string? OriginalRunId { get; private set; }

    /// <summary>The logs a merged log was made of, as its maker named them.</summary>
    public ImmutableArray<string> AggregatedFiles { get; private set; } = [];

    public bool Has(EntryType type) => _seen.Contains(type);

    /// <summary>Whether a record opens another run than this one.</summary>
    public bool IsLeftBy(LogRecord record, bool hasBody)
    {
        var id = IdOf(record);
        if (id is not null && RunId is not null)
            return id != RunId && (Has(record.Type) || hasBody);
        return hasBody || Has(record.Type) || (record.Type != EntryType.Init && Has(EntryType.Init));
    }

    public void Read(LogRecord record)
    {
        _seen.Add(record.Type);
        switch (record.Type)
        {
            case EntryType.Config or EntryType.Setup:
                ReadSetup(record);
                break;
            case EntryType.Init:
                RunId = IdOf(record) ?? RunId;
                Version = record.Text(Field.GarakVersion) ?? Version;
                StartTime = record.Text(Field.OrigStartTime) ?? record.Text(Field.StartTime) ?? StartTime;
                OriginalRunId = record.Text(Field.OrigUuid) ?? OriginalRunId;
                IsAggregated |= OriginalRunId is not null;
                break;
            case EntryType.Completion:
                RunId ??= IdOf(record);
                EndTime = record.Text(Field.EndTime);
                break;
            default:
                break;
        }
    }

    /// <summary>Fills from the digest what the log's head does not say.</summary>
    public void ReadDigestMeta(JsonTree meta)
    {
        _seen.Add(EntryType.Digest);
        RunId ??= meta["run_uuid"].Text;
        Version ??= meta["garak_version"].Text;
        StartTime ??= meta["start_time"].Text;
        if (!Has(EntryType.Setup) && !Has(EntryType.Config))
        {
            TargetType ??= meta["target_type"].Text ?? meta["model_type"].Text;
            TargetName ??= meta["target_name"].Text ?? meta["model_name"].Text;
        }

        GroupAggregation ??= meta["group_aggregation_function"].Text;
    }

    /// <param name="generator">Of a hitlog line: type and name with a space between, where no name reads <c>None</c>.</param>
    public void ReadHit(string? runId, string? generator)
    {
        RunId ??= runId;
        if (generator is null || TargetType is not null)
            return;
        var parts = generator.Split(' ', 2);
        TargetType = Named(parts[0]);
        TargetName = parts.Length == 2 ? Named(parts[1]) : null;
    }

    private static string? IdOf(LogRecord record) =>
        record.Type == EntryType.Setup ? record.Text(Field.SetupRunId) : record.Text(Field.Run);

    private static string? Named(string text) => text is "None" or "" ? null : text;

    private void ReadSetup(LogRecord record)
    {
        RunId ??= IdOf(record);
        Version ??= record.Text(Field.SetupVersion);
        TargetType = record.Text(Field.SetupTargetType) ?? record.Text(Field.SetupModelType) ?? record.Text(Field.ModelType) ?? TargetType;
        TargetName = record.Text(Field.SetupTargetName) ?? record.Text(Field.SetupModelName) ?? record.Text(Field.ModelName) ?? TargetName;
        Prefix = record.Text(Field.SetupReportPrefix) ?? record.Text(Field.ReportPrefix) ?? Prefix;
        StartTime ??= record.Text(Field.SetupStartTime);
        Threshold = record.Number(Field.SetupThreshold) ?? record.Number(Field.EvalThreshold) ?? Threshold;
        GroupAggregation = record.Text(Field.SetupGroupAggregation) ?? GroupAggregation;
        if (!record.HasValue(Field.Aggregation))
            return;
        IsAggregated = true;
        var reader = record.Open(Field.Aggregation);
        AggregatedFiles = [.. JsonTree.Read(ref reader).Items.Select(item => item.Text).OfType<string>()];
    }
}
