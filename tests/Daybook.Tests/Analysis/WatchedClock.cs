using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.Analysis;

/// <summary>A clock that stands still and tells when somebody waits on it.</summary>
/// <param name="wait">How long a wait it tells of.</param>
internal sealed class WatchedClock(TimeSpan wait) : FakeTimeProvider
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Waiting => _waiting.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == wait)
            _waiting.TrySetResult();
        return timer;
    }
}
