namespace Daybook.RedTeam;

/// <summary>R10: critical and high findings of one hour.</summary>
internal sealed class HourTally
{
    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _scorers = new(StringComparer.Ordinal);

    public long Findings { get; private set; }

    public IReadOnlyCollection<string> Models => _models;

    public IReadOnlyCollection<string> Scorers => _scorers;

    public void Add(AttackResult result)
    {
        Findings += result.Severities.Critical + result.Severities.High;
        _scorers.Add(result.Scorer);
        if (!string.IsNullOrEmpty(result.Run.Model))
            _models.Add(result.Run.Model);
    }
}
