using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Schedules.Cron;

/// <summary>The fields that name times of day, as bits from 0.</summary>
internal readonly record struct CronTimeFields(ulong Seconds, ulong Minutes, ulong Hours)
{
    public ImmutableArray<LocalTime> Times()
    {
        var (seconds, minutes) = (Values(Seconds), Values(Minutes));
        return [.. Values(Hours).SelectMany(hour => minutes.SelectMany(minute => seconds.Select(second => new LocalTime(hour, minute, second))))];
    }

    public static IReadOnlyList<int> Values(ulong bits) => [.. Enumerable.Range(0, 64).Where(value => (bits & (1UL << value)) != 0)];
}
