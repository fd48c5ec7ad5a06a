using System.Collections.Concurrent;
using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>How far the reports are that this node composes. Other nodes read it from the database, a little later.</summary>
internal sealed class ReportProgress
{
    private readonly ConcurrentDictionary<ReportId, BlockProgress> _blocks = new();
    private readonly ReportSignals _signals = new();

    /// <summary>Ends at the next step of any report; take it before you look.</summary>
    public Task Next => _signals.Next;

    /// <returns>Null for a report that this node does not compose.</returns>
    public BlockProgress? Find(ReportId id) => _blocks.GetValueOrDefault(id);

    public void Note(ReportId id, BlockProgress progress)
    {
        _blocks[id] = progress;
        _signals.Changed();
    }

    public void Forget(ReportId id) => _blocks.TryRemove(id, out _);
}
