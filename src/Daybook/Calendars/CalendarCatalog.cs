using System.Collections.Immutable;
using Daybook.Calendars.BuiltIn;
using NodaTime;

namespace Daybook.Calendars;

/// <summary>The calendars that schedules can name, expanded around a date when first asked for.</summary>
/// <param name="around">Rules are expanded for the two years before it and the ten after.</param>
internal sealed class CalendarCatalog(ImmutableArray<CalendarDefinition> definitions, LocalDate around)
{
    private readonly Dictionary<string, Lazy<BusinessCalendar>> _calendars = definitions.ToDictionary(
        definition => definition.Id, definition => new Lazy<BusinessCalendar>(() => BusinessCalendar.Around(around, definition)), StringComparer.Ordinal);

    public IEnumerable<string> Ids => definitions.Select(definition => definition.Id);

    public static CalendarCatalog BuiltIn(LocalDate around) => new(BuiltInCalendars.All, around);

    /// <summary>With one more; it takes the place of one of the same id.</summary>
    public CalendarCatalog With(CalendarDefinition definition) =>
        new([.. definitions.Where(other => other.Id != definition.Id), definition], around);

    /// <returns>Null when there is none of that id.</returns>
    public BusinessCalendar? Find(string id) => _calendars.TryGetValue(id, out var calendar) ? calendar.Value : null;
}
