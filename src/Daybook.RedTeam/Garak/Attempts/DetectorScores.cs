namespace Daybook.RedTeam;

/// <summary>One detector's scores of one attempt, in the order of its outputs. Reused from attempt to attempt.</summary>
internal sealed class DetectorScores
{
    private readonly List<double> _scores = [];

    public required PluginName Detector { get; set; }

    /// <summary>NaN stands for an output without a usable score.</summary>
    public IReadOnlyList<double> Scores => _scores;

    public void Clear() => _scores.Clear();

    public void Add(double score) => _scores.Add(score);
}
