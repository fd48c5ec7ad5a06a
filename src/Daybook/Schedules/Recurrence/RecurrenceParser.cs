using System.Collections.Immutable;
using System.Globalization;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Cron;
using NodaTime;

namespace Daybook.Schedules.Recurrence;

/// <summary>Reads the text of an RRULE; every problem has its column.</summary>
internal sealed class RecurrenceParser
{
    private const int LargestInterval = 1000, LargestCount = 100_000;

    private static readonly string[] Known =
        ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST", "BYHOUR", "BYMINUTE", "BYSECOND"];

    private readonly Dictionary<string, CronToken> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly CronProblems _problems;

    private RecurrenceParser(CronProblems problems) => _problems = problems;

    /// <param name="startTime">The time of DTSTART: what BYHOUR, BYMINUTE and BYSECOND leave open; null when it has none.</param>
    /// <returns>Null after an error.</returns>
    public static RecurrenceRule? Parse(string text, LocalTime? startTime, string path, FieldProblems problems)
    {
        var parser = new RecurrenceParser(new CronProblems(path, problems));
        var body = new CronToken(text, 1);
        if (text.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase))
            body = body.From("RRULE:".Length);
        parser.Split(body);
        var rule = parser.Rule(text, startTime);
        return parser._problems.Any ? null : rule;
    }

    private void Split(CronToken body)
    {
        foreach (var part in body.Split(';').Where(part => part.Text.Length > 0))
        {
            var equals = part.Text.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part.Text : part.Text[..equals];
            if (equals < 0)
                _problems.Error(part.Column, $"'{part.Text}' lacks '='", "write parts as FREQ=MONTHLY");
            else if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
                _problems.Error(part.Column, $"'{name}' is not supported{FieldReader.Near(name, Known)}", "use " + string.Join(", ", Known));
            else if (!_parts.TryAdd(name, part.From(equals + 1)))
                _problems.Error(part.Column, $"'{name}' stands twice", "keep one of the two");
        }
    }

    private RecurrenceRule? Rule(string text, LocalTime? startTime)
    {
        // Where it cannot be told, the other parts are read as those of a year, in which most have a meaning: what is wrong with them is told as well.
        var known = Written();
        var frequency = known ?? Frequency.Yearly;
        var rule = new RecurrenceRule(text, frequency)
        {
            Interval = Number("INTERVAL", 1, LargestInterval) ?? 1,
            Count = Number("COUNT", 1, LargestCount),
            Until = Until(),
            Months = Numbers("BYMONTH", 1, 12),
            MonthDays = Numbers("BYMONTHDAY", -31, 31),
            Days = Days(frequency),
            Positions = Numbers("BYSETPOS", -366, 366),
            WeekStart = WeekStart(),
            Times = Times(startTime),
        };
        CheckTogether(rule);
        return known is null ? null : rule;
    }

    private Frequency? Written()
    {
        if (!_parts.TryGetValue("FREQ", out var written))
        {
            _problems.Error(1, "'FREQ' is missing", "write one of FREQ=DAILY, FREQ=WEEKLY, FREQ=MONTHLY, FREQ=YEARLY");
            return null;
        }

        if (Enum.TryParse<Frequency>(written.Text, ignoreCase: true, out var frequency) && !char.IsAsciiDigit(written.Text.FirstOrDefault('0')))
            return frequency;
        var isShort = written.Text.ToUpperInvariant() is "HOURLY" or "MINUTELY" or "SECONDLY";
        _problems.Error(written.Column, $"'{written.Text}' is not a frequency that a date can have", isShort
            ? "use a rule of type interval, such as every PT1H"
            : "write one of DAILY, WEEKLY, MONTHLY, YEARLY");
        return null;
    }

    private void CheckTogether(RecurrenceRule rule)
    {
        if (rule is { Count: not null, Until: not null })
            _problems.Error(Column("COUNT"), "COUNT and UNTIL exclude each other", "keep one of the two");
        if (rule is { Frequency: Frequency.Weekly, MonthDays.IsEmpty: false })
            _problems.Error(Column("BYMONTHDAY"), "BYMONTHDAY has no meaning in a weekly rule", "use FREQ=MONTHLY or FREQ=DAILY");
        if (!rule.Positions.IsEmpty && rule.Months.IsEmpty && rule.MonthDays.IsEmpty && rule.Days.IsEmpty)
            _problems.Error(Column("BYSETPOS"), "BYSETPOS chooses among dates, but no other BY part gives any", "add BYDAY or BYMONTHDAY");
        if (!rule.Positions.IsEmpty && rule.Times.Length > 1)
            _problems.Error(Column("BYSETPOS"), "BYSETPOS counts dates here and cannot count times", "name one time, or give the times of the schedule");
    }

    private int Column(string name) => _parts[name].Column;

    private int? Number(string name, int min, int max) => _parts.TryGetValue(name, out var token) ? Number(token, name, min, max) : null;

    private ImmutableArray<int> Numbers(string name, int min, int max) => _parts.TryGetValue(name, out var token)
        ? [.. token.Split(',').Select(item => Number(item, name, min, max)).OfType<int>().Distinct().Order()]
        : [];

    private int? Number(CronToken token, string name, int min, int max)
    {
        if (int.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            && (number != 0 || min == 0))
            return number;
        _problems.Error(token.Column, $"'{token.Text}' is not a value of {name}", $"write a whole number from {min} to {max}{(min < 0 ? ", without 0" : "")}");
        return null;
    }

    private ImmutableArray<RecurrenceDay> Days(Frequency frequency) => _parts.TryGetValue("BYDAY", out var token)
        ? [.. token.Split(',').Select(item => Day(item, frequency)).OfType<RecurrenceDay>().Distinct()]
        : [];

    private RecurrenceDay? Day(CronToken item, Frequency frequency)
    {
        var ordinal = item.Text.Length > 2 ? item.Text[..^2] : "0";
        if (item.Text.Length < 2 || Weekdays.Day(item.Text[^2..]) is not { } weekday
            || !int.TryParse(ordinal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nth))
        {
            _problems.Error(item.Column, $"'{item.Text}' is not a value of BYDAY", "write MO to SU, with a number before it as in 1MO or -1FR");
            return null;
        }

        if (item.Text.Length > 2 && frequency is (Frequency.Daily or Frequency.Weekly))
        {
            _problems.Error(
                item.Column, $"the number of '{item.Text}' has no meaning in a {frequency.ToString().ToUpperInvariant()} rule",
                "use FREQ=MONTHLY or FREQ=YEARLY");
            return null;
        }

        var most = frequency == Frequency.Yearly ? 53 : 5;
        if (item.Text.Length > 2 && (nth == 0 || Math.Abs(nth) > most))
        {
            _problems.Error(item.Column, $"'{ordinal}' is not a number of a weekday", $"write 1 to {most}, or -1 to -{most} from the end");
            return null;
        }

        return new RecurrenceDay(nth, weekday);
    }

    private IsoDayOfWeek WeekStart()
    {
        if (!_parts.TryGetValue("WKST", out var token))
            return IsoDayOfWeek.Monday;
        if (token.Text.Length == 2 && Weekdays.Day(token.Text) is { } day)
            return day;
        _problems.Error(token.Column, $"'{token.Text}' is not a value of WKST", "write one of MO to SU");
        return IsoDayOfWeek.Monday;
    }

    private RecurrenceEnd? Until()
    {
        if (!_parts.TryGetValue("UNTIL", out var token))
            return null;
        if (RecurrenceText.Until(token.Text) is { } until)
            return until;
        _problems.Error(token.Column, $"'{token.Text}' is not a value of UNTIL", "write 20260610, 20260610T180000 or 20260610T180000Z");
        return null;
    }

    private ImmutableArray<LocalTime> Times(LocalTime? startTime)
    {
        if (!_parts.ContainsKey("BYHOUR") && !_parts.ContainsKey("BYMINUTE") && !_parts.ContainsKey("BYSECOND"))
            return [];
        var hours = Or(Numbers("BYHOUR", 0, 23), startTime?.Hour);
        var minutes = Or(Numbers("BYMINUTE", 0, 59), startTime?.Minute);
        var seconds = Or(Numbers("BYSECOND", 0, 59), startTime?.Second);
        return [.. hours.SelectMany(hour => minutes.SelectMany(minute => seconds.Select(second => new LocalTime(hour, minute, second))))];
    }

    private static ImmutableArray<int> Or(ImmutableArray<int> given, int? start) => given.IsEmpty ? [start ?? 0] : given;
}
