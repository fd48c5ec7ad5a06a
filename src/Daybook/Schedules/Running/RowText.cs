using Daybook.Storage;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>Instants as both databases take them from JSON: UTC text of fixed length.</summary>
internal static class RowText
{
    public static string Of(Instant instant) => Of(instant.ToDateTimeOffset());

    public static string Of(DateTimeOffset instant) => Instants.Text(instant);
}
