using System.Text.Json;
using Daybook.Input;
using Daybook.Schedules.Rules;

namespace Daybook.Schedules.Reading;

/// <summary>Reads a range of the day: <c>"22:00-06:00"</c> or <c>{"start": "22:00", "end": "06:00"}</c>.</summary>
internal static class WindowReader
{
    private static readonly string[] Ends = ["start", "end"];

    private const string Advice = "write it as 08:00-18:00";

    /// <param name="allowsWholeDay">Whether equal ends mean a whole day instead of nothing.</param>
    public static DayWindow? Of(JsonElement value, string path, FieldProblems problems, bool allowsWholeDay)
    {
        if (value.ValueKind == JsonValueKind.String)
            return Of(value.GetString()!, path, problems, allowsWholeDay);
        if (value.ValueKind == JsonValueKind.Object)
            return Of(new FieldReader(value, path, problems), allowsWholeDay);
        problems.Error(path, $"{value.GetRawText()} is not a range of the day", Advice);
        return null;
    }

    private static DayWindow? Of(string text, string path, FieldProblems problems, bool allowsWholeDay)
    {
        var ends = text.Split('-', '–');
        if (ends.Length == 2 && FieldText.Time(ends[0].Trim()) is { } start && FieldText.Time(ends[1].Trim()) is { } end)
            return Checked(new DayWindow(start, end), path, problems, allowsWholeDay);
        problems.Error(path, $"'{text}' is not a range of the day", Advice);
        return null;
    }

    private static DayWindow? Of(FieldReader fields, bool allowsWholeDay)
    {
        foreach (var name in Ends.Where(name => !fields.Has(name)))
            fields.Problems.Missing(fields.PathOf(name), "write a time of day, such as 08:00");
        var (start, end) = (fields.Time("start"), fields.Time("end"));
        fields.RefuseOthers();
        return start is { } from && end is { } to ? Checked(new DayWindow(from, to), fields.PathOf("end"), fields.Problems, allowsWholeDay) : null;
    }

    private static DayWindow? Checked(DayWindow window, string path, FieldProblems problems, bool allowsWholeDay)
    {
        if (allowsWholeDay || window.Start != window.End)
            return window;
        problems.Error(path, "the range is empty: it ends when it starts", Advice);
        return null;
    }
}
