using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Calendars.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CalendarContract))]
[JsonSerializable(typeof(CalendarRequest))]
[JsonSerializable(typeof(HolidayRuleRequest))]
[JsonSerializable(typeof(IReadOnlyList<EarlyCloseRequest>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<CalendarContract>))]
[JsonSerializable(typeof(CalendarFeedRequest))]
[JsonSerializable(typeof(IReadOnlyList<CalendarVersionContract>))]
[JsonSerializable(typeof(CalendarDatesContract))]
[JsonSerializable(typeof(CalendarChangedContract))]
internal sealed partial class CalendarsJson : JsonSerializerContext;
