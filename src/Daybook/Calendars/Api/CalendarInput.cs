using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Calendars.Reading;
using Daybook.Hosting;
using Daybook.Schedules.TimeZones;

namespace Daybook.Calendars.Api;

/// <summary>Reads calendars as requests bring them.</summary>
internal static class CalendarInput
{
    /// <param name="id">Of the calendar that is changed; null for a new one, which names its own.</param>
    /// <exception cref="ProblemException">Anything is wrong with it.</exception>
    public static (CalendarDefinition Calendar, ImmutableArray<FieldError> Warnings) Read(JsonElement body, string? id, TimeZoneData zones)
    {
        var check = new RequestCheck();
        check.Refuse(body.ValueKind != JsonValueKind.Object, "", "must be an object", "wrong_type");
        check.ThrowIfRefused();
        if (id is not null && !body.TryGetProperty("id", out _))
        {
            var whole = JsonObject.Create(body)!;
            whole["id"] = id;
            body = JsonElement.Parse(whole.ToJsonString());
        }

        var read = CalendarReader.Read(body, zones);
        var calendar = FieldErrors.Require(read);
        check.Refuse(id is not null && calendar.Id != id, "id", "cannot be changed", "wrong_value");
        check.Refuse(calendar.Name.Length > 255, "name", "may have at most 255 characters", "too_long");
        check.ThrowIfRefused();
        return (calendar, FieldErrors.Warnings(read.Problems));
    }
}
