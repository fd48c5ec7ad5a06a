namespace Daybook.Calendars.Holidays;

/// <summary>What becomes of a holiday that falls on the weekend.</summary>
internal enum Observed
{
    /// <summary>It stays where it is.</summary>
    None,

    /// <summary>The Friday before a Saturday, the Monday after a Sunday.</summary>
    SatToFriSunToMon,

    /// <summary>The Monday after a Sunday; a Saturday is not made up for.</summary>
    SunToMon,

    /// <summary>The Monday after.</summary>
    NextMonday,

    /// <summary>The first date after it that is neither weekend nor another holiday.</summary>
    NextBusinessDay,
}
