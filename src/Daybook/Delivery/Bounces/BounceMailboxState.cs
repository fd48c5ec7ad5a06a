using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bounces;

/// <summary>How this node found the mailbox that mails come back to when it last read it.</summary>
internal sealed class BounceMailboxState(IOptions<BouncesOptions> options)
{
    public const string Off = "off", Waiting = "waiting", Readable = "readable", Unreadable = "unreadable";

    /// <summary>Shorter trouble is told in the log alone.</summary>
    private const int TellAfterSeconds = 300, TellAfterFailures = 3;

    private volatile BounceMailboxContract _now = new(options.Value.Host.Length > 0 ? Waiting : Off, options.Value.Host.Length > 0 ? options.Value.Host : null, null, null, null);
    private int _failures;
    private bool? _isTold;

    public BounceMailboxContract Now => _now;

    /// <returns>Whether it was unreadable before, and whether administrators were told so, or may have been before the server was started.</returns>
    public (bool IsNew, bool IsToTell) Read(DateTimeOffset now)
    {
        var (isNew, isToTell) = (_failures > 0, _isTold is not false);
        _failures = 0;
        _now = _now with { State = Readable, ReadAt = now, UnreadableSince = null, Problem = null };
        return (isNew, isToTell);
    }

    /// <param name="problem">A sentence.</param>
    /// <returns>Whether it was readable before, and whether it has been unreadable for so long now that administrators are told.</returns>
    public (bool IsNew, bool IsToTell) Fail(DateTimeOffset now, string problem)
    {
        _failures++;
        var isToTell = _isTold is not true && (_failures >= TellAfterFailures || (long)_failures * options.Value.PollSeconds >= TellAfterSeconds);
        _now = _now with { State = Unreadable, UnreadableSince = _now.UnreadableSince ?? now, Problem = problem };
        return (_failures == 1, isToTell);
    }

    /// <summary>What was to be told stands in the database.</summary>
    public void Told(bool isReadable) => _isTold = !isReadable;
}
