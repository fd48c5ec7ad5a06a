using System.Diagnostics;

namespace Daybook.Telemetry;

/// <summary>A stage under way.</summary>
internal sealed class StageSpan(string stage, Activity? activity) : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private string _outcome = "ok";
    private bool _isDiscarded;

    /// <param name="value">An id, a number or a word of the product.</param>
    public StageSpan Note(string name, object? value)
    {
        activity?.SetTag("daybook." + name, value);
        return this;
    }

    /// <param name="code">A stable word; never a message, which may quote data.</param>
    public void Fail(string code)
    {
        _outcome = "failed";
        activity?.SetStatus(ActivityStatusCode.Error, code);
    }

    /// <summary>For a look that found nothing to do, which nobody wants to see.</summary>
    public void Discard()
    {
        _isDiscarded = true;
        activity?.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Fail(failure is OperationCanceledException ? "cancelled" : failure.GetType().Name);
            throw;
        }
    }

    /// <summary>Ends the stage.</summary>
    public void Dispose()
    {
        if (!_isDiscarded)
            Road.StageDuration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, new("stage", stage), new("outcome", _outcome));
        activity?.Dispose();
    }
}
