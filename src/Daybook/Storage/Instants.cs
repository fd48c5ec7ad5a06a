using System.Globalization;

namespace Daybook.Storage;

internal static class Instants
{
    /// <summary>The present instant to the microsecond, which is what both databases keep.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>As both databases take it from JSON: UTC text of fixed length.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(DapperTypes.InstantFormat, CultureInfo.InvariantCulture);
}
