using System.Globalization;
using Daybook.Storage;
using Microsoft.Extensions.Logging;

namespace Daybook.Schedules.Running;

/// <summary>Compares the clocks: a node that is far from the database's takes nothing, and a jump of the database's is told.</summary>
internal sealed partial class ClockWatch(Database database, OccurrenceClock time, TimeProvider clock, ILogger<ClockWatch> log)
{
    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(5);

    private (DateTimeOffset Now, long Stamp)? _last;
    private bool _differs;

    /// <returns>Whether this node may take occurrences.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var (now, ahead) = await time.CompareAsync(session, cancellationToken).ConfigureAwait(false);
        var stamp = clock.GetTimestamp();
        if (_last is { } last && now - last.Now - clock.GetElapsedTime(last.Stamp, stamp) is var jump && jump > Jump)
        {
            Jumped(jump.TotalSeconds);
            await OwnerNotices.AddOnceAsync(session, NoticeKind.ClockJumped, $"The clock of the database jumped forward by {jump.TotalSeconds:F0} seconds.", now, cancellationToken).ConfigureAwait(false);
        }

        _last = (now, stamp);
        var differs = ahead.Duration() > OccurrenceClock.Tolerance;
        if (differs && !_differs)
        {
            var how = string.Create(CultureInfo.InvariantCulture, $"{ahead.Duration().TotalSeconds:F1} seconds {(ahead > TimeSpan.Zero ? "ahead of" : "behind")}");
            Differs(how);
            await OwnerNotices.AddOnceAsync(
                session, NoticeKind.ClockDiffers, $"The clock of a node is {how} the database's; it runs nothing until that is mended.", now, cancellationToken).ConfigureAwait(false);
        }

        _differs = differs;
        return !differs;
    }

    [LoggerMessage(60, LogLevel.Warning, "The clock of the database jumped forward by {Seconds} seconds")]
    private partial void Jumped(double seconds);

    [LoggerMessage(61, LogLevel.Error, "The clock of this node is {How} the database's; it runs no schedules until that is mended")]
    private partial void Differs(string how);
}
