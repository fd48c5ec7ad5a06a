using Daybook.Composition;

namespace Daybook.Reports;

/// <summary>Hands progress on at once and in order, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class NotedProgress(IReportCheckpoints checkpoints) : IProgress<BlockProgress>
{
    public void Report(BlockProgress value) => checkpoints.Note(value);
}
