using NodaTime;

namespace Daybook.Schedules.TimeZones;

/// <summary>The zone that a person named, or why the name is refused.</summary>
/// <param name="Zone">Null when it is refused.</param>
/// <param name="Message">The refusal or, beside a zone, a warning; null when all is well.</param>
/// <param name="Advice">What to write instead; null where there is nothing to add.</param>
internal sealed record ZoneChoice(DateTimeZone? Zone, string? Message, string? Advice);
