using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Cob;

public sealed partial class CobReferenceTests
{
    /// <summary>Where the reference describes each kind of object.</summary>
    private static readonly Dictionary<Type, string> Headings = new()
    {
        [typeof(CobObject)] = "The object",
        [typeof(ShiftFigures)] = "`shift`",
        [typeof(Assessment)] = "`assessment`",
        [typeof(Executions)] = "`executions`",
        [typeof(RawResult)] = "`executions.raw_results`",
        [typeof(RateInterval)] = "Interval",
        [typeof(SeverityFigure)] = "`severity_breakdown`",
        [typeof(ThreatFigures)] = "`threats`",
        [typeof(ThreatPattern)] = "`threats.threat_patterns`",
        [typeof(PatternExample)] = "`threats.threat_patterns.examples`",
        [typeof(CrossModelThreat)] = "`threats.cross_model_threats`",
        [typeof(AttackVector)] = "`threats.new_attack_vectors`",
        [typeof(EscalatingThreat)] = "`threats.escalating_threats`",
        [typeof(ThreatTimeline)] = "`threats.threat_timeline`",
        [typeof(TimelineEvent)] = "`threats.threat_timeline.timeline_events`",
        [typeof(RiskAssessment)] = "`threats.risk_assessment`",
        [typeof(TaxonomyEntry)] = "`threats.taxonomy`",
        [typeof(TrendAnalysis)] = "`threats.trend_analysis`",
        [typeof(ViolationTrend)] = "`threats.trend_analysis.violation_trends`",
        [typeof(PerformanceTrend)] = "`threats.trend_analysis.performance_trends`",
        [typeof(SimpleTrend)] = "`threats.trend_analysis.performance_trends.tests`",
        [typeof(DegradationTrend)] = "`threats.trend_analysis.model_degradation`",
        [typeof(Degradation)] = "`threats.trend_analysis.model_degradation.models`",
        [typeof(SeasonalPatterns)] = "`threats.trend_analysis.seasonal_patterns`",
        [typeof(AnomalyDetection)] = "`threats.trend_analysis.anomaly_detection`",
        [typeof(Anomaly)] = "`threats.trend_analysis.anomaly_detection.anomalies`",
        [typeof(PriorityTrend)] = "`threats.trend_analysis.priority_trends`",
        [typeof(TrendAlert)] = "`threats.trend_analysis.trend_alerts`",
        [typeof(PerformanceFigures)] = "`performance`",
        [typeof(Measure)] = "`performance.throughput`",
        [typeof(HistoricalBaselines)] = "`historical_baselines`",
        [typeof(PeriodFigures)] = "`historical_baselines.yesterday`",
        [typeof(Changes)] = "`change_vs_yesterday`",
        [typeof(Change)] = "Change",
        [typeof(GroupFigures)] = "Group",
        [typeof(MatrixCell)] = "`vulnerability_matrix`",
        [typeof(ComplianceFramework)] = "`compliance`",
        [typeof(ComplianceRequirement)] = "`compliance.requirements`",
        [typeof(PriorityAction)] = "`priority_actions`",
        [typeof(RunFigures)] = "`runs`",
        [typeof(QualityNote)] = "`quality`",
        [typeof(Method)] = "`method`",
        [typeof(ThresholdFigures)] = "`method.threshold_set`",
        [typeof(PolarityFigures)] = "`method.polarity`",
        [typeof(ExclusionFigure)] = "`method.exclusions`",
    };

    [Fact]
    public void Every_key_is_documented_and_nothing_else()
    {
        var documented = Documented();
        foreach (var type in Reachable(typeof(CobObject)))
        {
            Assert.True(Headings.ContainsKey(type), $"{type.Name} has no section in docs/reference/cob-data.md");
            Assert.Equal(Properties(type).Select(Key).Order(), documented[Headings[type]].Order());
        }

        Assert.Equal(Headings.Values.Order(), documented.Keys.Order());
    }

    [Fact]
    public void Keys_are_written_as_the_reference_gives_them()
    {
        var cob = new CobCase().WithDay(0, 1, 9).Json();

        Assert.Equal(Properties(typeof(CobObject)).Select(Key).Order(), cob.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(10, cob.GetProperty("executions").GetProperty("attack_success_rate").GetDecimal());
        Assert.Equal("10", cob.GetProperty("executions").GetProperty("attack_success_rate").GetRawText());
        Assert.Equal("partly_assessed", Partly().GetProperty("assessment").GetProperty("state").GetString());
        Assert.Equal("2026-05-04", cob.GetProperty("report_date").GetString());
        Assert.Equal("2026-05-04T18:00:00-04:00", cob.GetProperty("period_end").GetString());
        Assert.Equal(JsonValueKind.Null, cob.GetProperty("performance").GetProperty("uptime").ValueKind);
        Assert.Equal(cob.GetProperty("threats").GetRawText(), cob.GetProperty("threat").GetRawText());
    }

    private static JsonElement Partly() =>
        new CobCase().With(CobCase.Result(CobCase.Run(CobCase.At(0, 12), state: RunState.Incomplete), passes: 1)).Json();

    private static string Key(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static PropertyInfo[] Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static HashSet<Type> Reachable(Type root)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>([root]);
        while (open.TryPop(out var type))
        {
            if (!found.Add(type))
                continue;
            foreach (var part in Properties(type).SelectMany(property => Parts(property.PropertyType)))
                open.Push(part);
        }

        return found;
    }

    /// <summary>The object types in a property's type: its own, its items', its values'.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Parts(inner);
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return type.GetGenericArguments().SelectMany(Parts);
        return type is { IsClass: true, Assembly: var assembly } && assembly == typeof(CobObject).Assembly ? [type] : [];
    }

    private static Dictionary<string, ImmutableArray<string>> Documented([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Daybook.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        var sections = new Dictionary<string, ImmutableArray<string>>();
        var heading = "";
        foreach (var line in File.ReadLines(Path.Combine(folder, "docs", "reference", "cob-data.md")))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
                sections[heading = line[4..]] = [];
            else if (KeyRow().Match(line) is { Success: true } row && sections.TryGetValue(heading, out var keys))
                sections[heading] = keys.Add(row.Groups[1].Value);
            if (line == "## Rules")
                break;
        }

        return sections;
    }

    [GeneratedRegex(@"^\| `([a-z0-9_]+)` \|")]
    private static partial Regex KeyRow();
}
