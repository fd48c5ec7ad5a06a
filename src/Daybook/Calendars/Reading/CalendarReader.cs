using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Calendars.Holidays;
using Daybook.Input;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Calendars.Reading;

/// <summary>Reads a business calendar from JSON, with every problem at once.</summary>
internal sealed partial class CalendarReader
{
    /// <summary>More entries than this are refused.</summary>
    public const int MostDates = 10_000;

    private readonly FieldReader _fields;
    private readonly FieldProblems _problems;

    /// <summary>Null for a calendar that was checked when it was saved.</summary>
    private readonly TimeZoneData? _zones;

    private CalendarReader(JsonElement body, TimeZoneData? zones, bool isWhole = true)
    {
        _problems = new FieldProblems(isWhole);
        _fields = new FieldReader(body, "", _problems);
        _zones = zones;
    }

    /// <param name="isWhole">False for a body that breaks off: what is absent in it is no mistake of its own.</param>
    public static Reading<CalendarDefinition> Read(JsonElement body, TimeZoneData zones, bool isWhole = true)
    {
        var reader = new CalendarReader(body, zones, isWhole);
        var calendar = body.ValueKind == JsonValueKind.Object ? reader.Read(body) : null;
        return new Reading<CalendarDefinition>(reader._problems.HasErrors ? null : calendar, reader._problems.ToImmutable());
    }

    /// <summary>Reads what was checked before: a zone that is gone since then is no mistake of the text.</summary>
    /// <exception cref="InvalidDataException">This program cannot read it.</exception>
    public static CalendarDefinition Restore(JsonElement definition)
    {
        var reader = new CalendarReader(definition, null);
        var calendar = reader.Read(definition);
        return reader._problems.HasErrors ? throw new InvalidDataException($"the calendar '{calendar.Id}' cannot be read: {reader._problems.ToImmutable()[0]}") : calendar;
    }

    private CalendarDefinition Read(JsonElement body)
    {
        var id = Id();
        var calendar = new CalendarDefinition(id, _fields.Text("name") ?? id, _fields.Text("version") ?? Fingerprint(body))
        {
            Zone = Zone(),
            Weekend = _fields.Has("weekend") ? Days(_fields, "weekend") : Weekdays.SaturdayAndSunday,
            WeekendChanges = WeekendChanges(),
            Holidays = Holidays(),
            WorkingDays = [.. _fields.List("working_days").Select(item => _fields.Date(item.Value, item.Path)).OfType<LocalDate>()],
            Close = _fields.Time("close"),
            EarlyCloses = EarlyCloses(),
        };
        _fields.RefuseOthers();
        foreach (var day in calendar.WorkingDays.Where(day => calendar.Holidays.Any(rule => rule.Date is ExplicitDate exact && exact.Date == day)))
            _problems.Error("working_days", $"{FieldText.Of(day)} is a holiday too", "keep it in one of the two lists");
        return calendar;
    }

    private string Id()
    {
        var id = _fields.RequiredText("id", "write a short name of letters, digits and hyphens") ?? "";
        if (id.Length > 0 && !IdPattern().IsMatch(id))
            _problems.Error("id", $"'{id}' is not an id", "write at most 64 letters, digits and hyphens");
        return id;
    }

    private string Zone()
    {
        if (_fields.Text("zone") is not { } typed)
            return "UTC";
        if (_zones is null)
            return typed;
        var choice = ZoneNames.Find(typed, _zones);
        if (choice.Zone is null)
            _problems.Error("zone", choice.Message!, choice.Advice);
        return typed;
    }

    private static Weekdays Days(FieldReader fields, string name)
    {
        var days = new List<IsoDayOfWeek>();
        foreach (var (value, path) in fields.List(name))
        {
            if (fields.Text(value, path) is not { } text)
                continue;
            if (Weekdays.Day(text) is { } day)
                days.Add(day);
            else
                fields.Problems.Error(path, $"'{text}' is not a day of the week", "write one of MO, TU, WE, TH, FR, SA, SU");
        }

        return Weekdays.Of(days);
    }

    private ImmutableArray<WeekendChange> WeekendChanges()
    {
        var changes = new List<WeekendChange>();
        foreach (var (value, path) in _fields.List("weekend_changes"))
        {
            var fields = new FieldReader(value, path, _problems);
            if (value.ValueKind != JsonValueKind.Object)
                continue;
            if (!fields.Has("from"))
                _problems.Missing(fields.PathOf("from"), "write the first date with this weekend");
            if (fields.Date("from") is { } from)
                changes.Add(new WeekendChange(from, Days(fields, "days")));
            else
                fields.Value("days");
            fields.RefuseOthers();
        }

        return [.. changes.OrderBy(change => change.From)];
    }

    private ImmutableArray<HolidayRule> Holidays()
    {
        var holidays = _fields.List("holidays").ToList();
        if (holidays.Count > MostDates)
            _problems.Error("holidays", $"{holidays.Count} holidays are too many", $"write at most {MostDates}, or rules");
        return [.. holidays.Take(MostDates).Select(item => new HolidayReader(_problems).Read(item.Value, item.Path)).OfType<HolidayRule>()];
    }

    /// <summary>Either dates with their times, or rules with a <c>time</c>.</summary>
    private ImmutableArray<EarlyCloseRule> EarlyCloses()
    {
        var closes = ImmutableArray.CreateBuilder<EarlyCloseRule>();
        if (_fields.Value("early_closes") is { ValueKind: JsonValueKind.Object } dates)
        {
            foreach (var entry in dates.EnumerateObject())
            {
                var path = $"early_closes.{entry.Name}";
                if (FieldText.Date(entry.Name) is not { } date)
                    _problems.Error(path, $"'{entry.Name}' is not a date", "write it as 2026-11-27");
                else if (_fields.Time(entry.Value, path) is { } time)
                    closes.Add(new EarlyCloseRule(new HolidayRule("Early close", new ExplicitDate(date)), time));
            }

            return closes.ToImmutable();
        }

        foreach (var (value, path) in _fields.List("early_closes"))
        {
            var reader = new HolidayReader(_problems);
            if (reader.Read(value, path) is not { } rule)
                continue;
            if (reader.Time is { } time)
                closes.Add(new EarlyCloseRule(rule, time));
            else
                _problems.Missing(path + ".time", "write when business ends, such as 13:00");
        }

        return closes.ToImmutable();
    }

    /// <summary>A version for a calendar that states none: it changes with the contents.</summary>
    private static string Fingerprint(JsonElement body) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body)).AsSpan(0, 6));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
