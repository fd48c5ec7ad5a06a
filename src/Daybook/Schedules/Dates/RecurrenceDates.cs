using System.Collections.Immutable;
using Daybook.Schedules.Recurrence;
using NodaTime;

namespace Daybook.Schedules.Dates;

/// <summary>Expands a recurrence rule on dates, as RFC 5545 says in section 3.3.10.</summary>
internal sealed class RecurrenceDates : DateSource
{
    private static readonly LocalDate End = new(9998, 12, 31);

    private readonly RecurrenceRule _rule;
    private readonly RecurrenceFilter _filter;
    private readonly LocalDate _start;
    private readonly ImmutableSortedSet<LocalDate> _excluded;
    private readonly ImmutableSortedSet<LocalDate> _added;

    /// <summary>The rule's own last date, by COUNT or UNTIL; null when it goes on.</summary>
    private readonly LocalDate? _lastOfRule;

    /// <param name="horizon">No later date will be asked for; null when any may be.</param>
    public RecurrenceDates(
        RecurrenceRule rule, LocalDate start, ImmutableSortedSet<LocalDate> excluded, ImmutableSortedSet<LocalDate> added, LocalDate? horizon = null)
    {
        (_rule, _start, _excluded, _added) = (rule, start, excluded, added);
        _filter = new RecurrenceFilter(rule, start);
        _lastOfRule = rule.Count is { } count ? Counted(count, horizon ?? End) : rule.Until?.LastDate;
    }

    public override LocalDate? FirstDate => _added.IsEmpty ? _start : LocalDate.Min(_start, _added.Min);

    public override LocalDate? LastDate => _lastOfRule is { } last && !_added.IsEmpty ? LocalDate.Max(last, _added.Max) : _lastOfRule;

    public override IEnumerable<NominalDate> Between(LocalDate from, LocalDate to)
    {
        var dates = OfRule(from, _lastOfRule is { } last && last < to ? last : to);
        if (!_added.IsEmpty)
            dates = new SortedSet<LocalDate>(dates.Concat(_added.Where(date => date >= from && date <= to)));
        return dates.Where(date => !_excluded.Contains(date)).Select(date => new NominalDate(date, false));
    }

    private LocalDate Counted(int count, LocalDate horizon) => OfRule(_start, horizon).Take(count).DefaultIfEmpty(_start).Last();

    private IEnumerable<LocalDate> OfRule(LocalDate from, LocalDate to)
    {
        for (var index = IndexOf(LocalDate.Max(from, _start)); ; index++)
        {
            if (IsPastEnd(index))
                yield break;
            var (first, length) = PeriodAt(index);
            if (first > to)
                yield break;
            var dates = _rule.Positions.IsEmpty ? _filter.Matching(first, length) : AtPositions(_filter.Matching(first, length).ToList());
            foreach (var date in dates)
            {
                if (date >= from && date >= _start && date <= to)
                    yield return date;
            }
        }
    }

    private IEnumerable<LocalDate> AtPositions(List<LocalDate> dates) => _rule.Positions
        .Select(position => position > 0 ? position - 1 : dates.Count + position)
        .Where(index => index >= 0 && index < dates.Count)
        .Distinct().Order().Select(index => dates[index]);

    /// <summary>The number of the last period of the rule that starts on or before a date.</summary>
    private int IndexOf(LocalDate date) => _rule.Frequency switch
    {
        Frequency.Daily => Period.DaysBetween(_start, date) / _rule.Interval,
        Frequency.Weekly => Period.DaysBetween(WeekStart, date) / 7 / _rule.Interval,
        Frequency.Monthly => ((date.Year - _start.Year) * 12 + date.Month - _start.Month) / _rule.Interval,
        Frequency.Yearly => (date.Year - _start.Year) / _rule.Interval,
        _ => throw new InvalidOperationException($"There is no frequency {_rule.Frequency}."),
    };

    /// <summary>Whether the period would start after the last year that dates are kept for.</summary>
    private bool IsPastEnd(long index)
    {
        var steps = index * _rule.Interval;
        return _rule.Frequency switch
        {
            Frequency.Daily => steps > Period.DaysBetween(_start, End),
            Frequency.Weekly => steps * 7 > Period.DaysBetween(_start, End),
            Frequency.Monthly => steps > (End.Year - _start.Year) * 12L,
            Frequency.Yearly => steps > End.Year - _start.Year,
            _ => throw new InvalidOperationException($"There is no frequency {_rule.Frequency}."),
        };
    }

    private (LocalDate First, int Length) PeriodAt(int index)
    {
        var steps = index * _rule.Interval;
        switch (_rule.Frequency)
        {
            case Frequency.Daily:
                return (_start.PlusDays(steps), 1);
            case Frequency.Weekly:
                return (WeekStart.PlusDays(steps * 7), 7);
            case Frequency.Monthly:
                var month = new LocalDate(_start.Year, _start.Month, 1).PlusMonths(steps);
                return (month, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month));
            case Frequency.Yearly:
                var year = new LocalDate(_start.Year + steps, 1, 1);
                return (year, CalendarSystem.Iso.GetDaysInYear(year.Year));
            default:
                throw new InvalidOperationException($"There is no frequency {_rule.Frequency}.");
        }
    }

    private LocalDate WeekStart => _start.PlusDays(-(((int)_start.DayOfWeek - (int)_rule.WeekStart + 7) % 7));
}
