namespace Daybook.Delivery.Sending;

/// <summary>How much of one channel a node has in hand.</summary>
/// <param name="width">Messages that are sent at the same time.</param>
internal sealed class ChannelLane(int width) : IDisposable
{
    /// <summary>Taken from the ledger in one go, so that a large distribution does not ask for each.</summary>
    private const int Ahead = 8;

    private int _inHand;

    public SemaphoreSlim Slots { get; } = new(width);

    /// <summary>How many more it takes; few are not worth asking for.</summary>
    public int Room => width * Ahead - Volatile.Read(ref _inHand) is var room && room >= width * Ahead / 2 ? room : 0;

    /// <summary>When the other side wants to hear from us again.</summary>
    public DateTimeOffset PausedUntil { get; set; }

    public void Add(int count) => Interlocked.Add(ref _inHand, count);

    public void Done() => Interlocked.Decrement(ref _inHand);

    public void Dispose() => Slots.Dispose();
}
