using NodaTime;

namespace Daybook.RedTeam;

/// <summary>R6: what is kept of one pattern's matches while findings arrive one by one.</summary>
internal sealed class PatternTally(AttackPattern pattern)
{
    private const int ReportedFrom = 2;
    private const int Examples = 2;

    /// <summary>Enough to find two examples with different texts.</summary>
    private const int Candidates = 20;

    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _scorers = new(StringComparer.Ordinal);
    private readonly TopList<(decimal Score, Finding Finding)> _examples = new(Candidates, ExampleOrder.BestFirst);
    private long _occurrences;
    private decimal _scores;
    private Instant? _first;
    private Instant? _last;

    public void Offer(string lowerCased, Finding finding)
    {
        var score = pattern.Score(lowerCased);
        if (!AttackPattern.Matches(score))
            return;

        _occurrences++;
        _scores += score;
        if (!string.IsNullOrEmpty(finding.Model))
            _models.Add(finding.Model);
        _scorers.Add(finding.Scorer);
        if (finding.Timestamp is { } time)
        {
            _first = _first is { } first && first <= time ? first : time;
            _last = _last is { } last && last >= time ? last : time;
        }

        _examples.Offer((score, finding));
    }

    /// <returns>Null when the pattern matched too rarely to be reported.</returns>
    public ThreatPattern? Build(DateTimeZone zone, Redactor redactor)
    {
        if (_occurrences < ReportedFrom)
            return null;

        var risk = Risk(pattern.Multiplier, _occurrences, _models.Count);
        return new ThreatPattern(
            pattern.Name,
            Label(pattern.Name),
            pattern.Description,
            _occurrences,
            [.. _models],
            [.. _scorers],
            _scores / _occurrences,
            risk,
            Level(risk),
            _first?.InZone(zone).ToDateTimeOffset(),
            _last?.InZone(zone).ToDateTimeOffset(),
            [.. _examples.Items.DistinctBy(example => example.Finding.Prompt).Take(Examples).Select(example => PatternExample.Of(example.Finding, redactor))]);
    }

    /// <summary>mult·min(n/10, 2)·min(models/5, 1.5). A target without a name still is one target.</summary>
    public static decimal Risk(decimal multiplier, long occurrences, int namedModels) =>
        multiplier * Math.Min(occurrences / 10m, 2m) * Math.Min(Math.Max(namedModels, 1) / 5m, 1.5m);

    public static RiskLevel Level(decimal risk) =>
        risk >= 3.0m ? RiskLevel.Critical
        : risk >= 1.5m ? RiskLevel.High
        : risk >= 0.5m ? RiskLevel.Medium
        : RiskLevel.Low;

    private static string Label(string name)
    {
        var words = name.Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private sealed class ExampleOrder : IComparer<(decimal Score, Finding Finding)>
    {
        public static ExampleOrder BestFirst { get; } = new();

        public int Compare((decimal Score, Finding Finding) x, (decimal Score, Finding Finding) y)
        {
            var order = y.Score.CompareTo(x.Score);
            if (order == 0)
                order = Nullable.Compare(x.Finding.Timestamp, y.Finding.Timestamp);
            return order != 0 ? order : FindingOrder.ByPlace(x.Finding, y.Finding);
        }
    }
}
