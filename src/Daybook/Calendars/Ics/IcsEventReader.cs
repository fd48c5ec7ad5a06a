using System.Collections.Immutable;
using System.Globalization;
using Daybook.Input;
using Daybook.Schedules.Recurrence;
using Daybook.Schedules.TimeZones;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Calendars.Ics;

/// <summary>Reads the lines of one VEVENT. One that cannot be understood is left out with a warning that names it.</summary>
internal sealed class IcsEventReader
{
    /// <summary>What to do where dates of an event are not taken; every warning of that says it.</summary>
    public const string Lost = "correct it where the file comes from, or add its dates to the calendar by hand";

    private const int LongestEvent = 366;

    private readonly List<IcsLine> _lines;
    private readonly int _start;
    private readonly TimeZoneData _zones;
    private readonly FieldProblems _problems;

    private IcsEventReader(List<IcsLine> lines, int start, TimeZoneData zones, FieldProblems problems) =>
        (_lines, _start, _zones, _problems) = (lines, start, zones, problems);

    /// <returns>Null when it was left out.</returns>
    public static IcsEvent? Read(List<IcsLine> lines, int start, TimeZoneData zones, FieldProblems problems) =>
        new IcsEventReader(lines, start, zones, problems).Event();

    private IcsEvent? Event()
    {
        var summary = Line("SUMMARY") is { } line ? IcsLines.Text(line.Value) : "";
        var name = summary.Length > 0 ? summary : "Holiday";
        if (Time("DTSTART") is not { } start)
            return LeftOut(name, "it has no DTSTART that is a date");
        if (Line("RRULE") is not null && start.Date.Year is (< 1900 or > 2200))
            return LeftOut(name, $"its series starts in the year {start.Date.Year}");
        var rule = Rule(start, out var isWrong);
        if (isWrong is { } reason)
            return LeftOut(name, reason);
        if (Line("RECURRENCE-ID")?.Parameter("RANGE") is not null)
            _problems.Warning($"line {_start}", $"'{name}' changes a whole series from a date on; only the one date is changed here", Lost);
        return new IcsEvent(Line("UID")?.Value.Trim() ?? $"line {_start}", Sequence(), Time("RECURRENCE-ID")?.Date, start, Days(start, name), name, _start)
        {
            IsCancelled = Is("STATUS", "CANCELLED"),
            IsTransparent = Is("TRANSP", "TRANSPARENT"),
            Rule = rule,
            Added = Dates("RDATE", name),
            Excluded = Dates("EXDATE", name),
        };
    }

    private IcsLine? Line(string name) => _lines.FirstOrDefault(line => line.Name == name);

    private bool Is(string name, string value) => string.Equals(Line(name)?.Value.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private int Sequence() =>
        int.TryParse(Line("SEQUENCE")?.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private IcsTime? Time(string name) => Line(name) is { } line ? IcsTime.Parse(line.Value.Trim(), Zone(line)) : null;

    private DateTimeZone? Zone(IcsLine line)
    {
        if (line.Parameter("TZID") is not { } id)
            return null;
        var zone = IcsTime.ZoneOf(id, _zones);
        if (zone is null)
            _problems.Warning($"line {line.Number}", $"the zone '{IcsLines.Text(id)}' is unknown; its times are read as those of the calendar");
        return zone;
    }

    private int Days(IcsTime start, string name)
    {
        if (start.Time is not null)
            return 1;
        var days = 1;
        if (Time("DTEND") is { } end)
            days = NodaTime.Period.DaysBetween(start.Date, end.Date);
        else if (Line("DURATION") is { } duration && PeriodPattern.Roundtrip.Parse(duration.Value.Trim()) is { Success: true, Value: var length })
            days = length.Days + (length.Weeks * 7);
        if (days is >= 1 and <= LongestEvent)
            return days;
        _problems.Warning($"line {_start}", days < 1
            ? $"'{name}' ends before it starts; its first date is taken"
            : $"'{name}' lasts {days} dates; the first {LongestEvent} are taken", Lost);
        return Math.Clamp(days, 1, LongestEvent);
    }

    private RecurrenceRule? Rule(IcsTime start, out string? isWrong)
    {
        isWrong = null;
        if (Line("RRULE") is not { } line)
            return null;
        var found = new FieldProblems();
        var rule = RecurrenceParser.Parse(line.Value.Trim(), start.Time, "", found);
        if (rule is null)
            isWrong = $"its RRULE cannot be read: {found.ToImmutable()[0].Message}";
        return rule;
    }

    private ImmutableSortedSet<LocalDate> Dates(string name, string summary)
    {
        var dates = ImmutableSortedSet.CreateBuilder<LocalDate>();
        foreach (var line in _lines.Where(line => line.Name == name))
        {
            foreach (var text in line.Value.Split(','))
            {
                if (IcsTime.Parse(text.Split('/')[0].Trim(), null) is { } time)
                    dates.Add(time.Date);
                else
                    _problems.Warning($"line {line.Number}", $"'{IcsLines.Text(text)}' in {name} of '{summary}' is not a date and was passed over", Lost);
            }
        }

        return dates.ToImmutable();
    }

    private IcsEvent? LeftOut(string name, string reason)
    {
        _problems.Warning($"line {_start}", $"'{name}' was left out: {reason}", Lost);
        return null;
    }
}
