using Daybook.Reports;

namespace Daybook.Commands;

/// <summary>Says what is going on once it takes longer than a second; quick work stays silent.</summary>
internal sealed class StageProgress(Terminal terminal) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly long _started = terminal.Clock.GetTimestamp();
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private string _shown = "";

    public void Show(ReportStage stage) => Show(stage switch
    {
        ReportStage.Collect => "reading the data",
        ReportStage.Compose => "composing the report",
        ReportStage.Export => "writing the formats",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    });

    public void Show(string work)
    {
        lock (_lock)
        {
            _shown = work;
            _timer ??= terminal.Clock.CreateTimer(_ => Print(), null, Patience, TimeSpan.FromSeconds(5));
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _timer?.Dispose();
    }

    private void Print()
    {
        lock (_lock)
            terminal.Talk.WriteLine($"… {_shown} ({terminal.Clock.GetElapsedTime(_started).TotalSeconds:0} s)");
    }
}
