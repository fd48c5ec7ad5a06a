using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Input;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>Reads <c>times</c>, or the single <c>time</c> of the short form. <c>close</c> stands for the calendar's close of business.</summary>
internal sealed class TimesReader(FieldReader fields)
{
    public const string Close = "close";
    private const int MostTimes = 24;

    public (ImmutableArray<LocalTime> Times, bool AtClose) Read()
    {
        var name = fields.Has("times") || !fields.Has("time") ? "times" : "time";
        if (name == "times" && fields.Has("time"))
            fields.Problems.Error("time", "'time' and 'times' exclude each other", "put every time into 'times'");
        var (times, atClose) = (new List<LocalTime>(), false);
        foreach (var (value, path) in fields.List(name))
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() == Close && !atClose)
                atClose = true;
            else if (value.ValueKind == JsonValueKind.String && value.GetString()!.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) is [_, _, ..] several && several.All(part => FieldText.Time(part) is not null))
                fields.Problems.Error(path, $"'{value.GetString()}' is several times of day in one text", $"write [\"{string.Join("\", \"", several)}\"]");
            else if (fields.Time(value, path) is { } time)
                Add(time, path, times);
        }

        if (times.Count + (atClose ? 1 : 0) > MostTimes)
            fields.Problems.Error(name, $"{times.Count} times a day are too many", $"write at most {MostTimes}, or use a rule of type interval");
        else if (fields.Value(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
            fields.Problems.Error(name, "the list of times is empty", "write at least one, such as 18:00");
        return ([.. times.Order()], atClose);
    }

    private void Add(LocalTime time, string path, List<LocalTime> times)
    {
        if (times.Contains(time))
            fields.Problems.Error(path, $"{FieldText.Short(time)} stands twice", "keep one of the two");
        else
            times.Add(time);
    }
}
