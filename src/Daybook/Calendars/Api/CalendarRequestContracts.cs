using System.Collections.Immutable;
using Daybook.Hosting;

namespace Daybook.Calendars.Api;

/// <summary>A business calendar; docs/reference/calendars.md has every field.</summary>
/// <remarks>For the description of the API: the body itself is read field by field, so that all that is wrong is told at once.</remarks>
/// <param name="Id">Letters, digits and hyphens; a new calendar needs it.</param>
/// <param name="Zone">IANA name; UTC without it.</param>
/// <param name="Weekend">MO to SU; Saturday and Sunday without it, and none for an empty list.</param>
/// <param name="WorkingDays">Dates that are business dates although they are on the weekend.</param>
/// <param name="Close">HH:mm, when business ends on an ordinary day.</param>
/// <param name="Version">Made from the contents without it.</param>
internal sealed record CalendarRequest(
    string? Id = null,
    string? Name = null,
    string? Zone = null,
    ImmutableArray<string>? Weekend = null,
    IReadOnlyList<WeekendChangeRequest>? WeekendChanges = null,
    IReadOnlyList<HolidayRequest>? Holidays = null,
    ImmutableArray<DateOnly>? WorkingDays = null,
    string? Close = null,
    EarlyClosesRequest? EarlyCloses = null,
    string? Version = null);

/// <param name="From">The first date with this weekend.</param>
internal sealed record WeekendChangeRequest(DateOnly From, ImmutableArray<string>? Days = null);

/// <summary>A date alone, or a rule.</summary>
[WrittenAs(typeof(DateOnly), typeof(HolidayRuleRequest))]
internal sealed class HolidayRequest;

/// <summary>One of date, fixed, easter, or month, nth and weekday.</summary>
/// <param name="Fixed">MM-dd, of every year.</param>
/// <param name="Easter">Days after Easter Sunday; negative before it.</param>
/// <param name="Church">western or orthodox.</param>
/// <param name="Nth">1 is the first of the month, -1 the last.</param>
/// <param name="Observed">none, sat_to_fri_sun_to_mon, sun_to_mon, next_monday or next_business_day.</param>
internal record HolidayRuleRequest(
    string? Name = null,
    DateOnly? Date = null,
    string? Fixed = null,
    int? Easter = null,
    string? Church = null,
    int? Month = null,
    int? Nth = null,
    string? Weekday = null,
    int? PlusDays = null,
    string? Observed = null,
    int? FromYear = null,
    int? ToYear = null,
    string? Source = null);

/// <summary>A rule as for holidays, and when business ends.</summary>
/// <param name="Time">HH:mm.</param>
internal sealed record EarlyCloseRequest(string Time) : HolidayRuleRequest;

/// <summary>Dates with their times, or a list of rules that each have a time.</summary>
[WrittenAs(typeof(Dictionary<string, string>), typeof(IReadOnlyList<EarlyCloseRequest>))]
internal sealed class EarlyClosesRequest;
