using Daybook.Input;

namespace Daybook.Schedules.Cron;

/// <summary>Notes what is wrong with an expression, with the column.</summary>
internal sealed class CronProblems(string path, FieldProblems problems)
{
    public bool Any { get; private set; }

    public void Error(int column, string message, string? advice = null)
    {
        Any = true;
        problems.Error(path, $"column {column}: {message}", advice);
    }

    public void Warning(int column, string message, string advice) => problems.Warning(path, $"column {column}: {message}", advice);
}
