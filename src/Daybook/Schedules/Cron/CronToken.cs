namespace Daybook.Schedules.Cron;

/// <summary>A piece of an expression and where it stands.</summary>
/// <param name="Column">1-based.</param>
internal readonly record struct CronToken(string Text, int Column)
{
    /// <summary>The pieces between the separators, each with its own column.</summary>
    public IEnumerable<CronToken> Split(char separator)
    {
        var start = 0;
        foreach (var piece in Text.Split(separator))
        {
            yield return new CronToken(piece, Column + start);
            start += piece.Length + 1;
        }
    }

    public CronToken From(int start) => new(Text[start..], Column + start);

    public CronToken Until(int end) => new(Text[..end], Column);
}
