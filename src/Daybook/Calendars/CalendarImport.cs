using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Daybook.Calendars.Holidays;
using Daybook.Calendars.Ics;
using Daybook.Input;
using NodaTime;

namespace Daybook.Calendars;

/// <summary>Puts the dates of an ICS file into a calendar, in place of those that the same source gave before.</summary>
internal static class CalendarImport
{
    /// <param name="source">Where the file comes from; dates of other sources, and rules, are left alone.</param>
    /// <param name="first">Earlier dates of the source are kept: a feed that drops the past does not change it.</param>
    public static CalendarPreview Preview(CalendarDefinition calendar, IcsCalendar file, string source, LocalDate first)
    {
        var replaced = calendar.Holidays.Where(rule => IsReplaced(rule, source, first)).ToList();
        var closes = calendar.EarlyCloses.Where(close => IsReplaced(close.Day, source, first)).ToList();
        var changes = Changes(replaced.ToDictionary(DateOf, rule => rule.Name), file.Holidays)
            .Concat(Changes(
                closes.ToDictionary(close => DateOf(close.Day), close => FieldText.Of(close.Close)),
                file.EarlyCloses.ToImmutableSortedDictionary(close => close.Key, close => FieldText.Of(close.Value))))
            .OrderBy(change => change.Date).ToImmutableArray();
        if (changes.IsEmpty)
            return new CalendarPreview(calendar, []);
        var result = calendar with
        {
            Holidays = [.. calendar.Holidays.Except(replaced), .. file.Holidays.Select(day => Rule(day.Value, day.Key, source))],
            EarlyCloses =
            [
                .. calendar.EarlyCloses.Except(closes),
                .. file.EarlyCloses.Select(day => new EarlyCloseRule(Rule("Early close", day.Key, source), day.Value)),
            ],
        };
        return new CalendarPreview(result with { Version = Fingerprint(calendar.Version, changes) }, changes);
    }

    private static bool IsReplaced(HolidayRule rule, string source, LocalDate first) =>
        rule.Source == source && rule.Date is ExplicitDate exact && exact.Date >= first;

    private static LocalDate DateOf(HolidayRule rule) => ((ExplicitDate)rule.Date).Date;

    private static HolidayRule Rule(string name, LocalDate date, string source) => new(name, new ExplicitDate(date)) { Source = source };

    private static IEnumerable<CalendarChange> Changes(Dictionary<LocalDate, string> before, ImmutableSortedDictionary<LocalDate, string> after) =>
        before.Keys.Union(after.Keys)
            .Select(date => new CalendarChange(date, before.GetValueOrDefault(date), after.GetValueOrDefault(date)))
            .Where(change => change.Before != change.After);

    private static string Fingerprint(string version, ImmutableArray<CalendarChange> changes)
    {
        var text = version + string.Concat(changes.Select(change => $"\n{FieldText.Of(change.Date)}\t{change.Before}\t{change.After}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
