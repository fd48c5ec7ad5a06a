namespace Daybook.Hosting;

/// <summary>Tells those of this node who wait that something happened, so that they need not ask all the time. Other nodes are heard by asking.</summary>
internal abstract class ChangeSignal
{
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Changed() => Interlocked.Exchange(ref _change, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Ends at the next change; take it before you look, so that no change is missed.</summary>
    public Task Next => Volatile.Read(ref _change).Task;

    /// <summary>Waits for a change, but no longer than so much.</summary>
    public static async Task WaitAsync(Task next, TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(atMost, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Then the one who waits looks for itself.
        }
    }
}
