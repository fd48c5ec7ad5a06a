using System.Text.Json;
using Daybook.Input;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>Reads <c>period</c>: <c>since_previous</c>, <c>local_day</c>, <c>rolling:PT24H</c>, or <c>shift:NAME</c> with the window under <c>shifts</c>.</summary>
internal sealed class PeriodReader(FieldReader fields)
{
    private const string RollingPrefix = "rolling:", ShiftPrefix = "shift:";

    public PeriodRule Read()
    {
        var shifts = Shifts();
        switch (fields.Text("period"))
        {
            case null or "since_previous":
                return new SincePrevious();
            case "local_day":
                return new LocalDay();
            case { } text when text.StartsWith(RollingPrefix, StringComparison.Ordinal):
                return Rolling(text[RollingPrefix.Length..]);
            case { } text when text.StartsWith(ShiftPrefix, StringComparison.Ordinal):
                return Shift(text[ShiftPrefix.Length..], shifts);
            case { } text:
                fields.Problems.Error("period", $"'{text}' is not a period", "write one of since_previous, local_day, rolling:PT24H, shift:NAME");
                return new SincePrevious();
        }
    }

    private PeriodRule Rolling(string length)
    {
        if (FieldText.Duration(length, allowsDays: true) is { } duration && duration > Duration.Zero)
            return new Rolling(duration);
        fields.Problems.Error("period", $"'{length}' is not a duration", "write it as rolling:PT24H or rolling:P7D; a day is 24 hours");
        return new SincePrevious();
    }

    private PeriodRule Shift(string name, Dictionary<string, DayWindow> shifts)
    {
        if (shifts.TryGetValue(name, out var window))
            return new Shift(name, window.Start, window.End);
        fields.Problems.Error(
            "period", $"there is no shift '{name}'{FieldReader.Near(name, shifts.Keys)}",
            "define it, such as \"shifts\": {\"" + (name.Length > 0 ? name : "night") + "\": \"22:00-06:00\"}");
        return new SincePrevious();
    }

    private Dictionary<string, DayWindow> Shifts()
    {
        var shifts = new Dictionary<string, DayWindow>(StringComparer.Ordinal);
        if (fields.Value("shifts") is not { } value)
            return shifts;
        if (value.ValueKind != JsonValueKind.Object)
        {
            fields.Problems.Error("shifts", "an object of shifts by name is wanted here", "write it as {\"night\": \"22:00-06:00\"}");
            return shifts;
        }

        foreach (var shift in value.EnumerateObject())
        {
            var path = $"shifts.{shift.Name}";
            // One that cannot be read is there all the same: whatever names it is not wrong as well.
            shifts[shift.Name] = WindowReader.Of(shift.Value, path, fields.Problems, allowsWholeDay: true) ?? new DayWindow(LocalTime.Midnight, LocalTime.Midnight);
        }

        return shifts;
    }
}
