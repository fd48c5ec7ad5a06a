using System.Collections.Concurrent;
using Daybook.Composition;

namespace Daybook.Analysis;

/// <summary>Answers of this node, kept for a while under everything that was asked. Only good answers come here.</summary>
internal sealed class AnswerCache(TimeSpan life, TimeProvider clock)
{
    /// <summary>Beyond this many, the oldest go.</summary>
    private const int MostAnswers = 500;

    private readonly ConcurrentDictionary<string, AnalysisAnswer> _answers = new(StringComparer.Ordinal);

    /// <returns>Null for a question that is new, or was answered too long ago.</returns>
    public AnalysisAnswer? Find(string key) =>
        _answers.TryGetValue(key, out var answer) && clock.GetUtcNow() - answer.AnsweredAt < life ? answer with { FromCache = true } : null;

    public void Keep(string key, AnalysisAnswer answer)
    {
        if (life == TimeSpan.Zero)
            return;
        _answers[key] = answer;
        foreach (var old in _answers.OrderByDescending(kept => kept.Value.AnsweredAt).Skip(MostAnswers).Concat(_answers.Where(kept => clock.GetUtcNow() - kept.Value.AnsweredAt >= life)))
            _answers.TryRemove(old);
    }
}
