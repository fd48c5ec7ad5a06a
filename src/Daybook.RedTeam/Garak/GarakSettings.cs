using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>The keys of a dataset with <c>source: garak</c>.</summary>
/// <param name="View">Null for the close-of-business object.</param>
/// <param name="IsWholeTime">True when runs count whenever they were, and also without a time.</param>
internal sealed record GarakSettings(
    ImmutableArray<string> Paths, GarakView? View, GarakOptions Options, bool IsWholeTime, bool Redacts, CobSettings Cob)
{
    public const string CobView = "cob";

    private static readonly string[] CobKeys = ["risk_rule", "expected_targets", "shift", "operator", "evidence_limit"];

    public static IReadOnlyList<string> Keys { get; } =
        ["path", "paths", "view", "zone", "threshold", "severities", "period", "redact", .. CobKeys];

    public static GarakSettings Read(ImmutableDictionary<string, JsonElement> settings, GarakLimits limits, List<Diagnostic> problems)
    {
        var reader = new SettingsReader(settings, problems);
        reader.AllowOnly([.. Keys]);
        var view = ViewOf(reader);
        var severities = Word(reader, "severities", [SeverityThresholds.Cob, SeverityThresholds.Guide], set => set.Name);
        foreach (var key in view is null ? [] : CobKeys.Where(key => reader.Value(key) is not null))
            reader.Add(SourceCodes.BadSetting, $"{key} belongs to view: {CobView} only");
        var isWholeTime = Word(reader, "period", ["report", "all"], word => word) == "all";
        if (isWholeTime && view is null)
            reader.Add(SourceCodes.BadSetting, $"view: {CobView} is about the report's period; period: all belongs to the other views");
        return new GarakSettings(
            PathsOf(reader),
            view,
            new GarakOptions { Limits = limits, Zone = ZoneOf(reader), Threshold = ThresholdOf(reader), Severities = severities },
            isWholeTime,
            reader.Boolean("redact", true),
            new CobSettings
            {
                Thresholds = severities,
                RiskRule = Word(reader, "risk_rule", Enum.GetValues<RiskRule>(), SnakeCase.Of),
                ExpectedTargets = reader.Texts("expected_targets"),
                Shift = reader.Text("shift"),
                Operator = reader.Text("operator"),
                EvidenceLimit = reader.Integer("evidence_limit", new CobSettings().EvidenceLimit, 0, 10_000),
            });
    }

    private static ImmutableArray<string> PathsOf(SettingsReader reader)
    {
        ImmutableArray<string> paths = [.. reader.Texts("path"), .. reader.Texts("paths")];
        if (paths.IsEmpty)
            reader.Add(SourceCodes.MissingSetting, "path is missing; write path: followed by a log or a pattern such as runs/*.report.jsonl");
        return paths;
    }

    private static GarakView? ViewOf(SettingsReader reader)
    {
        if (reader.Text("view") is not { } name)
        {
            reader.Add(SourceCodes.MissingSetting, $"view is missing; write view: followed by one of {Views()}");
            return null;
        }

        var view = GarakView.All.FirstOrDefault(view => view.Name == name);
        if (view is null && name != CobView)
            reader.Add(SourceCodes.BadSetting, $"unknown view '{name}'; write one of {Views()}");
        return view;
    }

    private static string Views() => string.Join(", ", GarakView.All.Select(view => view.Name).Append(CobView));

    private static DateTimeZone ZoneOf(SettingsReader reader)
    {
        if (reader.Text("zone") is not { } id)
            return DateTimeZone.Utc;
        var zone = ZoneProvider.InUse.GetZoneOrNull(id);
        if (zone is null)
            reader.Add(SourceCodes.BadSetting, $"unknown zone '{id}'; write an IANA name such as America/New_York");
        return zone ?? DateTimeZone.Utc;
    }

    private static double? ThresholdOf(SettingsReader reader)
    {
        if (reader.Value("threshold") is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= 1 and var threshold)
            return threshold;
        reader.Add(SourceCodes.BadSetting, $"threshold must be a number from 0 to 1, not {value.GetRawText()}");
        return null;
    }

    /// <summary>One of the allowed values; the first without the key.</summary>
    private static T Word<T>(SettingsReader reader, string key, T[] allowed, Func<T, string> name)
    {
        if (reader.Text(key) is not { } word)
            return allowed[0];
        foreach (var value in allowed.Where(value => name(value) == word))
            return value;
        reader.Add(SourceCodes.BadSetting, $"unknown {key} '{word}'; write one of {string.Join(", ", allowed.Select(name))}");
        return allowed[0];
    }
}
