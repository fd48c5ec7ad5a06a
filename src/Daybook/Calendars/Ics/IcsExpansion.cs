using System.Collections.Immutable;
using System.Globalization;
using Daybook.Input;
using Daybook.Schedules.Dates;
using NodaTime;

namespace Daybook.Calendars.Ics;

/// <summary>Turns events into dates: newest revision of each, series expanded, single dates of a series replaced.</summary>
internal sealed class IcsExpansion(IcsOptions options, FieldProblems problems)
{
    private readonly SortedDictionary<LocalDate, string> _holidays = [];
    private readonly SortedDictionary<LocalDate, LocalTime> _closes = [];
    private int _timed;
    private int _transparent;
    private int _dates;

    /// <returns>Null when there are more dates than the limit.</returns>
    public IcsCalendar? Of(string? name, List<IcsEvent> events)
    {
        if (events.Count(item => item.Rule is not null) > options.MaxRecurring)
        {
            problems.Error("", string.Create(CultureInfo.InvariantCulture, $"more than {options.MaxRecurring:N0} events recur"), "export single dates instead");
            return null;
        }

        // The later of two revisions with the same number wins, as in a file that a program appends to.
        var newest = events.GroupBy(item => (item.Uid, item.RecurrenceId)).Select(group => group.OrderBy(item => item.Sequence).Last()).ToList();
        var replaced = newest.Where(item => item.RecurrenceId is not null).ToLookup(item => item.Uid, item => item.RecurrenceId!.Value);
        foreach (var item in newest.OrderBy(item => item.Line))
        {
            if (!item.IsCancelled && !Add(item, replaced[item.Uid]))
                return null;
        }

        return new IcsCalendar(name, _holidays.ToImmutableSortedDictionary(), _closes.ToImmutableSortedDictionary(), _timed, _transparent);
    }

    private bool Add(IcsEvent item, IEnumerable<LocalDate> replaced)
    {
        if (item.IsTransparent)
        {
            _transparent++;
            return true;
        }

        if (item.Start.Time is not null && !options.TimedEventsCloseEarly)
        {
            _timed++;
            return true;
        }

        foreach (var date in Starts(item, item.RecurrenceId is null ? [.. replaced] : []))
        {
            if (item.Start.Time is not null)
                AddClose(item.Start.In(options.Zone, date));
            else
                AddDays(item, date);
            if (_dates <= options.MaxDates)
                continue;
            problems.Error($"line {item.Line}", string.Create(CultureInfo.InvariantCulture, $"the events cover more than {options.MaxDates:N0} dates"), IcsReader.Smaller);
            return false;
        }

        return true;
    }

    /// <summary>The first dates of the event and of all its repetitions that can reach the range.</summary>
    private IEnumerable<LocalDate> Starts(IcsEvent item, HashSet<LocalDate> replaced)
    {
        var first = options.First.PlusDays(-item.Days);
        var dates = item.Rule is { } rule
            ? new RecurrenceDates(rule, item.Start.Date, [], [], options.Last).Between(first, options.Last).Select(nominal => nominal.Date).Append(item.Start.Date)
            : [item.Start.Date];

        // DTSTART always counts in RFC 5545, whether the rule matches it or not.
        return new SortedSet<LocalDate>(dates.Concat(item.Added)).Where(date => date >= first && date <= options.Last)
            .Where(date => !item.Excluded.Contains(date) && !replaced.Contains(date) && !IsAfterEnd(item, date));
    }

    /// <summary>An UNTIL with a time ends all-day series on its date, and timed ones at its instant.</summary>
    private static bool IsAfterEnd(IcsEvent item, LocalDate date) => (item.Rule?.Until, item.Start.Time) switch
    {
        ({ Instant: { } instant }, null) => date > instant.InUtc().Date,
        ({ Instant: { } instant }, _) => item.Start.In(DateTimeZone.Utc, date) > instant.InUtc().LocalDateTime,
        ({ Local: { } local }, { } time) => date.At(time) > local,
        _ => false,
    };

    private void AddDays(IcsEvent item, LocalDate start)
    {
        for (var date = start; date < start.PlusDays(item.Days); date = date.PlusDays(1))
        {
            if (date < options.First || date > options.Last)
                continue;
            _dates++;
            if (!_holidays.TryAdd(date, item.Summary) && !_holidays[date].Split(", ").Contains(item.Summary) && _holidays[date].Length < 200)
                _holidays[date] += ", " + item.Summary;
        }
    }

    private void AddClose(LocalDateTime time)
    {
        if (time.Date < options.First || time.Date > options.Last)
            return;
        _dates++;
        _closes[time.Date] = _closes.TryGetValue(time.Date, out var other) ? LocalTime.Min(other, time.TimeOfDay) : time.TimeOfDay;
    }
}
