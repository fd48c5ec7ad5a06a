#pragma warning disable RS0030 // Jint asks for a TimeZoneInfo; UTC is the only one that is the same on every machine.
using System.Globalization;
using Jint.Runtime;

namespace Daybook.Composition;

/// <summary>A script's only time: when the report was made, in UTC.</summary>
internal sealed class FixedClock(DateTimeOffset now) : ITimeSystem
{
    private readonly DefaultTimeSystem _rules = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public bool TryParse(string date, out long epochMilliseconds) => _rules.TryParse(date, out epochMilliseconds);

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;
}
