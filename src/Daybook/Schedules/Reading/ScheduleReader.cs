using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>
/// Reads when a schedule falls due from JSON, with every problem at once. Three forms are taken: <c>rule</c> as an object of its own, the
/// fields of the rule beside those of the schedule, and the short form <c>frequency</c>, <c>time</c>, <c>timezone</c>.
/// </summary>
internal sealed class ScheduleReader
{
    private readonly FieldReader _fields;
    private readonly FieldProblems _problems;

    /// <summary>Null for a definition that was checked when it was saved.</summary>
    private readonly ReadingContext? _context;

    private string _rulePath = "";

    /// <summary>Of the rule, as it was written; null for none, and for the short form.</summary>
    private string? _type;

    private ScheduleReader(JsonElement body, ReadingContext? context)
    {
        _problems = new FieldProblems(context?.IsWhole ?? true);
        _fields = new FieldReader(body, "", _problems);
        _context = context;
    }

    /// <param name="others">Fields of the body that the caller reads.</param>
    public static Reading<ScheduleDefinition> Read(JsonElement body, ReadingContext context, params IEnumerable<string> others)
    {
        var reader = new ScheduleReader(body, context);
        var schedule = body.ValueKind == JsonValueKind.Object ? reader.Read(others) : null;
        return new Reading<ScheduleDefinition>(reader._problems.HasErrors ? null : schedule, reader._problems.ToImmutable());
    }

    /// <summary>Reads what was checked before: a zone or a calendar that is gone since then, or a rule that is over, is no mistake of the text.</summary>
    /// <returns>Null for what this program cannot read.</returns>
    public static ScheduleDefinition? Restore(JsonElement definition)
    {
        var reader = new ScheduleReader(definition, null);
        var schedule = definition.ValueKind == JsonValueKind.Object ? reader.Read([]) : null;
        return reader._problems.HasErrors ? null : schedule;
    }

    private ScheduleDefinition? Read(IEnumerable<string> others)
    {
        var (rule, startTime) = Rule();
        var (times, atClose) = Times(rule, startTime);
        var zone = Zone();
        var calendarId = _fields.Text("calendar") is { } id && id != ReadingContext.NoCalendar ? id : null;
        var calendar = calendarId is null || _context is null ? null : Calendar(calendarId, _context);
        var schedule = new ScheduleDefinition(rule ?? new DailyRule(1), zone)
        {
            Times = times,
            AtClose = atClose,
            Calendar = calendarId,
            OnHoliday = _fields.Word<OnHoliday>("on_holiday") ?? (calendarId is null ? OnHoliday.Run : OnHoliday.Skip),
            Gap = _fields.Word<GapPolicy>("gap") ?? GapPolicy.End,
            Overlap = _fields.Word<OverlapPolicy>("overlap") ?? OverlapPolicy.First,
            MonthEnd = _fields.Word<MonthEnd>("month_end") ?? MonthEnd.Clamp,
            EarlyClose = _fields.Word<EarlyClose>("early_close") ?? (atClose ? EarlyClose.Follow : EarlyClose.Ignore),
            AfterClose = _fields.Integer("after_close_minutes", 0, 720) ?? 0,
            StartDate = _fields.Date("start_date"),
            EndDate = _fields.Date("end_date"),
            ReportDate = _fields.Word<ReportDate>("report_date") ?? ReportDate.Same,
            Period = new PeriodReader(_fields).Read(),
            Misfire = _fields.Word<Misfire>("misfire") ?? Misfire.RunLatest,
            StartDeadline = _fields.Duration("start_deadline", Duration.FromMinutes(5)),
            CatchUpCap = _fields.Integer("catch_up_cap", 1, 366) ?? ScheduleDefinition.DefaultCatchUpCap,
            Concurrency = _fields.Word<Concurrency>("concurrency") ?? Concurrency.QueueOne,
            PrepareLead = _fields.Duration("prepare_lead", Duration.Zero) ?? Duration.Zero,
            JitterMax = _fields.Duration("jitter_max", Duration.Zero) ?? Duration.Zero,
            MinSpacing = _fields.Duration("min_spacing", Duration.FromSeconds(1)) ?? ScheduleDefinition.DefaultMinSpacing,
        };
        _fields.RefuseOthers(others);
        if (_context is not null)
            new ScheduleChecks(schedule, calendar, _fields, _context, _rulePath, _type).Run(rule is not null);
        return schedule;
    }

    private (ScheduleRule? Rule, LocalTime? StartTime) Rule()
    {
        if (_fields.Has("rule") && _fields.Has("frequency"))
            _problems.Error("frequency", "'frequency' and 'rule' name two rules", "keep one of the two");
        if (_fields.Value("rule") is { } written)
            return Written(written);
        if (_fields.Has("frequency"))
            return (new ShortForm(_fields).Rule(), null);
        if (_fields.Text("type") is { } type)
            return OfType(type, _fields);
        if (RuleReader.Types.FirstOrDefault(name => _fields.Has(name)) is { } word)
            return _fields.Value(word) is { ValueKind: JsonValueKind.Object } inner ? Inner(word, inner, word) : OfType(word, _fields);
        _problems.Missing("rule", "write a rule and its times, such as \"rule\": {\"type\": \"daily\"}, \"times\": [\"18:00\"]");
        return (null, null);
    }

    private (ScheduleRule? Rule, LocalTime? StartTime) Written(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? OfType(value.GetString()!, _fields) : Nested(value, "rule");

    private (ScheduleRule? Rule, LocalTime? StartTime) Nested(JsonElement value, string path)
    {
        var fields = new FieldReader(value, path, _problems);
        if (value.ValueKind != JsonValueKind.Object)
            return (null, null);
        _rulePath = path;
        (ScheduleRule?, LocalTime?) read;
        if (fields.Text("type") is { } type)
        {
            read = OfType(type, fields);
        }
        else if (RuleReader.Types.FirstOrDefault(name => fields.Has(name)) is { } word)
        {
            read = fields.Value(word) is { ValueKind: JsonValueKind.Object } inner ? Inner(word, inner, $"{path}.{word}") : OfType(word, fields);
        }
        else
        {
            _problems.Missing(fields.PathOf("type"), "write one of " + string.Join(", ", RuleReader.Types));
            return (null, null);
        }

        fields.RefuseOthers();
        return read;
    }

    /// <summary><c>{"daily": {"every": 2}}</c>.</summary>
    private (ScheduleRule? Rule, LocalTime? StartTime) Inner(string type, JsonElement value, string path)
    {
        var fields = new FieldReader(value, path, _problems);
        _rulePath = path;
        var read = OfType(type, fields);
        fields.RefuseOthers();
        return read;
    }

    private (ScheduleRule? Rule, LocalTime? StartTime) OfType(string type, FieldReader fields)
    {
        _type = type;
        var reader = new RuleReader(fields);
        var rule = reader.Read(type);
        return (rule, reader.StartTime);
    }

    private (ImmutableArray<LocalTime> Times, bool AtClose) Times(ScheduleRule? rule, LocalTime? startTime)
    {
        var read = new TimesReader(_fields).Read();
        if (read.Times.IsEmpty && !read.AtClose && startTime is { } time && rule is RecurrenceScheduleRule { Rule.Times.IsEmpty: true })
            return ([time], false);
        return read;
    }

    private string Zone()
    {
        var name = _fields.Has("zone") || !_fields.Has("timezone") ? "zone" : "timezone";
        if (name == "zone" && _fields.Text("timezone") is { } other && other != _fields.Text("zone"))
            _problems.Error("timezone", "'zone' and 'timezone' name two zones", "keep 'zone'");
        var isShort = _fields.Has("frequency");
        if (!_fields.Has(name) && isShort)
            return "UTC";
        if (_fields.RequiredText(name, "write an IANA name, such as America/New_York or UTC") is not { } typed)
            return "UTC";
        if (_context is null)
            return typed;
        var choice = TimeZones.ZoneNames.Find(typed, _context.Zones);
        if (choice is { Zone: null })
            _problems.Error(name, choice.Message!, choice.Advice);
        else if (choice.Message is { } warning)
            _problems.Warning(name, warning, choice.Advice);
        return typed;
    }

    private BusinessCalendar? Calendar(string id, ReadingContext context)
    {
        if (context.Calendars.Find(id) is { } calendar)
            return calendar;
        var ids = context.Calendars.Ids.ToList();
        _problems.Error("calendar", $"there is no calendar '{id}'{FieldReader.Near(id, ids)}", "write one of " + string.Join(", ", ids));
        return null;
    }
}
