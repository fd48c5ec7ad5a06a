using System.Globalization;
using System.Text.Json;
using Daybook.Calendars.Reading;
using Daybook.Storage;

namespace Daybook.Calendars.Stored;

/// <summary>A calendar as the server keeps it.</summary>
internal sealed record StoredCalendar
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>In its canonical form.</summary>
    public required Json Definition { get; init; }

    /// <summary>Rises with every change; it is the version that occurrences keep.</summary>
    public int Revision { get; init; }

    /// <summary>Address of the ICS file that is read regularly; null without one.</summary>
    public string? FeedAddress { get; init; }

    /// <summary>Whether timed events of the feed close business early.</summary>
    public bool FeedClosesEarly { get; init; }

    /// <summary>Hours between two readings; null without a feed.</summary>
    public int? FeedHours { get; init; }

    public DateTimeOffset? FeedDueAt { get; init; }

    /// <summary>When the feed was last read without a mistake.</summary>
    public DateTimeOffset? FeedReadAt { get; init; }

    /// <summary>Why the last reading came to nothing; null when it was good.</summary>
    public string? FeedError { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public CalendarDefinition Read() => CalendarReader.Restore(JsonElement.Parse(Definition.Text)) with { Version = VersionOf(Revision) };

    public static string VersionOf(int revision) => revision.ToString(CultureInfo.InvariantCulture);
}
