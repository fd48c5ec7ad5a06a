using System.Security.Cryptography;
using System.Text;

namespace Daybook.Calendars.Stored;

/// <summary>A change of a calendar that is not saved yet.</summary>
/// <param name="Before">What is kept now.</param>
internal sealed record CalendarPlan(StoredCalendar Before, CalendarDefinition After)
{
    /// <summary>Names this change of this state: whoever sends it back has seen what would happen.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Before.Id}\n{Before.Revision}\n{Text(After)}")).AsSpan(0, 16));

    public bool ChangesNothing => Text(After) == Text(Before.Read());

    private static string Text(CalendarDefinition calendar) => CalendarWriter.Text(calendar with { Version = "" });
}
