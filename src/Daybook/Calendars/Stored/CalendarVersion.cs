using Daybook.Storage;

namespace Daybook.Calendars.Stored;

/// <summary>A calendar as it once was.</summary>
internal sealed record CalendarVersion
{
    public int Revision { get; init; }

    public required string ChangeDescription { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public Json Definition { get; init; }
}
