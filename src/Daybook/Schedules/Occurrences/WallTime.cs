using NodaTime;
using NodaTime.Text;

namespace Daybook.Schedules.Occurrences;

/// <summary>What a clock on the wall shows at an instant.</summary>
internal static class WallTime
{
    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<g>");

    public static string Of(Instant instant, Offset offset) => Pattern.Format(instant.WithOffset(offset));
}
