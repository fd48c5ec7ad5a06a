using System.Globalization;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Calendars.Api;
using Daybook.Calendars.Ics;
using Daybook.Input;
using Daybook.Outgoing;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Sources.Http;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Calendars.Stored;

/// <summary>Reads ICS files into calendars: those that somebody sends, and those that lie at an address.</summary>
internal sealed class CalendarFeeds(Database database, CalendarStore store, CalendarLibrary library, OutgoingHttp http, TimeZoneData zones, AuditLog audit, OwnerNotices notices, TimeProvider clock)
{
    /// <summary>What the dates of a subscription are marked with, whatever its address is.</summary>
    public const string Source = "subscription";

    /// <summary>How long an address may take while somebody waits for it.</summary>
    public static readonly TimeSpan FetchTimeOfRequest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan FetchTime = TimeSpan.FromSeconds(60);

    private const int MostNamed = 3;

    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public IcsOptions OptionsOf(CalendarDefinition calendar, bool closesEarly) =>
        IcsOptions.Around(Instant.FromDateTimeOffset(clock.GetUtcNow()).InUtc().Date, zones.Find(calendar.Zone) ?? DateTimeZone.Utc) with { TimedEventsCloseEarly = closesEarly };

    public Reading<IcsCalendar> Read(ReadOnlySpan<byte> file, IcsOptions options) => IcsReader.Read(file, options, zones);

    /// <exception cref="OutgoingException">It could not be fetched, or its address is refused.</exception>
    public async Task<byte[]> FetchAsync(Uri address, int mostBytes, TimeSpan time, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(HttpMethod.Get, address)
        {
            Headers = [KeyValuePair.Create("Accept", "text/calendar, */*;q=0.1")], Timeout = time, MaxBytes = mostBytes, MaxRedirects = 5,
        };
        var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess ? answer.Body : throw new OutgoingException(HttpSourceCodes.BadAnswer, $"{address.Host} answered {answer.StatusText}; {((int)answer.Status >= 500 ? "look after the host, or try again later" : "check the path of the address, and whether it may be read without signing in")}.");
    }

    /// <summary>Reads the next feed that is due, if any.</summary>
    /// <returns>False when none was due.</returns>
    public async Task<bool> RefreshNextAsync(CancellationToken cancellationToken)
    {
        StoredCalendar? due;
        await using (var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            var now = clock.Now();
            due = await store.TakeDueFeedAsync(session, now, now + Soon, cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (due is not null)
            await RefreshAsync(Caller.Server, due, FetchTime, cancellationToken).ConfigureAwait(false);
        return due is not null;
    }

    /// <summary>Reads a feed; what went wrong is kept with the calendar.</summary>
    /// <param name="calendar">One with a feed.</param>
    /// <param name="time">How long its address may take.</param>
    /// <returns>What went wrong; null for a good reading.</returns>
    public async Task<string?> RefreshAsync(Caller caller, StoredCalendar calendar, TimeSpan time, CancellationToken cancellationToken)
    {
        var options = OptionsOf(calendar.Read(), calendar.FeedClosesEarly);
        var (file, error, lost) = await TryFetchAsync(calendar, options, time, cancellationToken).ConfigureAwait(false);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (await store.LockAsync(session, calendar.Id, cancellationToken).ConfigureAwait(false) is { } current && current.FeedAddress == calendar.FeedAddress)
        {
            error ??= Objection(current, file!, options) is { } objection ? objection + (lost is null ? "" : $"; {lost}") : null;
            var now = clock.Now();
            if (error is null)
                await library.SaveAsync(session, caller, new CalendarPlan(current, Merge(current, file!, options).Result), "Read from its address", cancellationToken).ConfigureAwait(false);
            else if (error != current.FeedError)
                await audit.AppendAsync(session, caller, "calendar.feed_failed", current.Id, null, new Json(JsonSerializer.Serialize(error, CalendarsJson.Default.String)), cancellationToken).ConfigureAwait(false);
            await TellAsync(session, current, error, lost, now, cancellationToken).ConfigureAwait(false);
            var hours = TimeSpan.FromHours(current.FeedHours ?? 1);
            await store.NoteReadingAsync(session, current.Id, error is null, now, now + (error is null || hours < Soon ? hours : Soon), error ?? lost, cancellationToken).ConfigureAwait(false);
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return error;
    }

    /// <summary>Administrators are told when an address begins to fail, when dates of it begin to be lost, and when it is good again.</summary>
    private async Task TellAsync(Session session, StoredCalendar calendar, string? error, string? lost, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = calendar.FeedError;
        var couldBeRead = before?.Contains(IcsEventReader.Lost, StringComparison.Ordinal) ?? true;
        if (error is not null ? error == before || !couldBeRead : lost == before)
            return;
        var (kind, text) = error is not null
            ? (NoticeKind.CalendarUnread, $"The calendar '{calendar.Id}' cannot be read from its address: {error.TrimEnd('.')}. Its schedules follow the dates that were known, and it is tried again every hour; "
                + $"PUT /calendars/{calendar.Id}/subscription gives it another address.")
            : lost is not null ? (NoticeKind.CalendarUnread, $"The calendar '{calendar.Id}' was read from its address, but not all of it was understood, and dates may be missing: {lost}.")
            : (NoticeKind.CalendarRead, $"The calendar '{calendar.Id}' can be read from its address again.");
        await notices.AddAsync(session, kind, null, null, text, now, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>What is not taken of a file that could be read; null where nothing is lost.</returns>
    private static string? Lost(Reading<IcsCalendar> read)
    {
        var lost = read.Warnings.Where(warning => warning.Advice == IcsEventReader.Lost).ToList();
        return lost.Count == 0 ? null
            : string.Join("; ", lost.Take(MostNamed).Select(warning => $"{warning.Path}: {warning.Message}"))
                + (lost.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; and {lost.Count - MostNamed:N0} more") : "") + $" ({IcsEventReader.Lost})";
    }

    private static CalendarPreview Merge(StoredCalendar calendar, IcsCalendar file, IcsOptions options) => CalendarImport.Preview(calendar.Read(), file, Source, options.First);

    /// <summary>A feed that suddenly knows nothing is broken more often than it is right; nobody looks at it, so it is not believed.</summary>
    private static string? Objection(StoredCalendar calendar, IcsCalendar file, IcsOptions options)
    {
        if (!file.Holidays.IsEmpty || !file.EarlyCloses.IsEmpty)
            return null;
        var removed = Merge(calendar, file, options).Removed.Count();
        return removed == 0 ? null : $"the feed has no dates any more, where it had {removed}; they are kept until it has some, or until somebody ends the subscription";
    }

    private async Task<(IcsCalendar? File, string? Error, string? Lost)> TryFetchAsync(StoredCalendar calendar, IcsOptions options, TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            var read = Read(await FetchAsync(new Uri(calendar.FeedAddress!), options.MaxBytes, time, cancellationToken).ConfigureAwait(false), options);
            return (read.Value, read.Value is null ? string.Join("; ", read.Errors.Take(MostNamed).Select(error => error.Path.Length > 0 ? $"{error.Path}: {error.Message}" : error.Message)) : null, Lost(read));
        }
        catch (OutgoingException failure)
        {
            return (null, failure.Sentences, null);
        }
    }
}
