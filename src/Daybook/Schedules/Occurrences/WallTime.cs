using NodaTime;
using NodaTime.Text;

namespace Daybook.Schedules.Occurrences;

/// <summary>What a clock on the wall shows at an instant.</summary>
internal static class WallTime
{
    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<m>");

    /// <summary><c>+01:00</c>, with seconds only where there are some.</summary>
    public static string Of(Offset offset) => offset.ToString(offset.Seconds % 60 == 0 ? "m" : "l", null);

    public static string Of(Instant instant, Offset offset) => Pattern.Format(instant.WithOffset(offset));
}
