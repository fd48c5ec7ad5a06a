using NodaTime;

namespace Daybook.RedTeam;

/// <summary>Where this room finds time zones.</summary>
public static class ZoneProvider
{
    /// <summary>The bundled data, unless the program replaces it before anything is computed.</summary>
    public static IDateTimeZoneProvider InUse { get; set; } = DateTimeZoneProviders.Tzdb;
}
