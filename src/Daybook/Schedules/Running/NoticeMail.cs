using System.Collections.Immutable;
using System.Globalization;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Schedules.Running;

/// <summary>Turns notices into mails: one for each schedule that there is news of, to its owner, or to the administrators where the owner cannot be reached.</summary>
internal sealed class NoticeMail(NoticeStore store, RunStore runs, UserStore users, SuppressionStore suppressions, PersonalMail mail, DeliveryOrders orders, TimeZoneData zones)
{
    private const int Batch = 200;

    /// <summary>What is older is news no more.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(30);

    /// <summary>Occurrences of a kind; the list of the schedule's occurrences has the others.</summary>
    private const int MostAdvised = 5;

    private const string ServerName = "Daybook server";

    /// <summary>What reached nobody waits once more as soon as there is somebody who can be told.</summary>
    public async Task ReopenAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (mail.Channel is { } channel)
            await store.ReopenAsync(session, channel, now - Stale, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes notices and writes their mails down, in the transaction of the session: none is lost and none is doubled, whatever ends in between.</summary>
    /// <returns>How many there were, and those that reach nobody.</returns>
    public async Task<(int Taken, ImmutableArray<UntoldNotices> Untold)> PlanAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taken = await store.TakeAsync(session, Batch, now, cancellationToken).ConfigureAwait(false);
        if (taken.IsEmpty)
            return (0, []);
        var schedules = (await runs.SchedulesAsync(session, taken.Select(notice => notice.ScheduleId).OfType<ScheduleId>(), cancellationToken).ConfigureAwait(false)).ToDictionary(schedule => schedule.Id);
        var untold = ImmutableArray.CreateBuilder<UntoldNotices>();
        foreach (var group in taken.GroupBy(notice => notice.ScheduleId))
        {
            var schedule = group.Key is { } id ? schedules[id] : null;
            if (await TellAsync(session, schedule, [.. group], cancellationToken).ConfigureAwait(false) is { } reason)
                untold.Add(new UntoldNotices(group.Key, group.Count(), reason));
        }

        return (taken.Length, untold.ToImmutable());
    }

    /// <returns>Why nobody is told; null where somebody is.</returns>
    private async Task<string?> TellAsync(Session session, Schedule? schedule, ImmutableArray<OwnerNotice> notices, CancellationToken cancellationToken)
    {
        var audience = await AudienceAsync(session, schedule, cancellationToken).ConfigureAwait(false);
        if (audience.Told == NoticeAudience.Nobody)
        {
            await store.NoteAsync(session, notices, audience, null, cancellationToken).ConfigureAwait(false);
            return audience.Reason;
        }

        var notice = await WriteAsync(session, schedule, notices, audience, cancellationToken).ConfigureAwait(false);
        var about = notices.Select(one => one.OccurrenceId).Distinct().ToList();
        var order = new DeliveryOrder(null, mail.To(audience.Addresses)) { Notice = notice, ScheduleId = schedule?.Id.Value, OccurrenceId = about is [{ } only] ? only.Value : null };
        var plan = await orders.PlanAsync(session, Caller.Server, order, cancellationToken).ConfigureAwait(false);
        await store.NoteAsync(session, notices, audience, order.KeyOn(order.Distribution.Targets[0], DeliveryKey.OfNotice(notice)), cancellationToken).ConfigureAwait(false);
        return plan.Planned + plan.Existing > 0 ? null : DeliveryState.Suppressed.Word;
    }

    private async Task<NoticeAudience> AudienceAsync(Session session, Schedule? schedule, CancellationToken cancellationToken)
    {
        if (mail.Channel is null)
            return new NoticeAudience(NoticeAudience.Nobody, NoticeAudience.NoMailChannel, []);
        var owner = schedule?.OwnerId is { } id ? await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) : null;
        var reason = schedule is null ? null : owner is { IsActive: true } ? NoticeAudience.OwnerWithoutAddress : NoticeAudience.OwnerLeft;
        if (owner is { IsActive: true, Email.Length: > 0 })
        {
            if ((await suppressions.AmongAsync(session, mail.Channel, [owner.Email], cancellationToken).ConfigureAwait(false)).IsEmpty)
                return new NoticeAudience(NoticeAudience.Owner, null, [owner.Email]);
            reason = NoticeAudience.OwnerSuppressed;
        }

        var administrators = await users.AdministratorAddressesAsync(session, cancellationToken).ConfigureAwait(false);
        return administrators.IsEmpty
            ? new NoticeAudience(NoticeAudience.Nobody, NoticeAudience.NobodyWithAddress, [])
            : new NoticeAudience(NoticeAudience.Administrators, reason, administrators);
    }

    private async Task<Notice> WriteAsync(Session session, Schedule? schedule, ImmutableArray<OwnerNotice> notices, NoticeAudience audience, CancellationToken cancellationToken)
    {
        var occurrences = await store.OccurrencesAsync(session, notices.Select(notice => notice.OccurrenceId).OfType<OccurrenceId>().Distinct(), cancellationToken).ConfigureAwait(false);
        var order = occurrences.Select((occurrence, at) => (occurrence.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at);
        notices = [.. notices.OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.OccurrenceId is { } id ? order.GetValueOrDefault(id) : 0)];
        var news = NoticeNews.Of(notices.Select(notice => notice.Kind));
        return new Notice(
            news.Event, schedule?.Name ?? ServerName, occurrences.LastOrDefault()?.BusinessDate ?? DateOf(schedule, notices[^1].CreatedAt), news.Status,
            [.. notices.Select(Sentence), .. Advice(schedule, notices, occurrences)], [])
        {
            Because = audience.Told == NoticeAudience.Owner ? "this schedule is yours"
                : schedule is null ? "you look after this server"
                : audience.Reason == NoticeAudience.OwnerSuppressed ? "you look after this server, and mail to the owner of this schedule is not accepted or not wanted"
                : audience.Reason == NoticeAudience.OwnerLeft ? "you look after this server, and the owner of this schedule may no longer sign in"
                : "you look after this server, and the owner of this schedule has no mail address",
        };
    }

    /// <summary>The instant makes each one different from every other.</summary>
    private static string Sentence(OwnerNotice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{notice.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss'Z'}: {notice.Text}");

    /// <summary>What was missed can be made up for, what is held decided, what failed made again.</summary>
    private static IEnumerable<string> Advice(Schedule? schedule, ImmutableArray<OwnerNotice> notices, ImmutableArray<NoticedOccurrence> occurrences)
    {
        var ids = notices.Where(notice => notice.Kind is NoticeKind.Missed or NoticeKind.Overlapped).Select(notice => notice.OccurrenceId).ToHashSet();
        var lost = occurrences.Where(occurrence => ids.Contains(occurrence.Id)).ToLookup(occurrence => SlotWords.IsAskedFor(occurrence.Slot));
        var dates = lost[false].Select(occurrence => occurrence.NominalDate).ToList();
        if (schedule is not null && dates.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"To make up for it: daybook schedule backfill {schedule.Id} --from {dates.Min():yyyy-MM-dd} --to {dates.Max():yyyy-MM-dd}");
        // A backfill makes what the rule names; of what somebody asked for it knows nothing.
        foreach (var occurrence in lost[true].Take(MostAdvised))
            yield return $"To make it after all: daybook schedule retry {occurrence.Id}";
        foreach (var id in Of(NoticeKind.Held).Take(MostAdvised))
            yield return $"To decide: daybook schedule release {id}, or daybook schedule reject {id}, each with --note and why";
        foreach (var id in Of(NoticeKind.Failed).Concat(Of(NoticeKind.CompletedWithErrors)).Take(MostAdvised))
            yield return $"When what failed is mended: daybook schedule retry {id}; what became of it: daybook schedule explain {id}";

        IEnumerable<OccurrenceId> Of(string kind) => notices.Where(notice => notice.Kind == kind).Select(notice => notice.OccurrenceId).OfType<OccurrenceId>().Distinct();
    }

    private DateOnly DateOf(Schedule? schedule, DateTimeOffset at) =>
        Instant.FromDateTimeOffset(at).InZone(schedule is null ? DateTimeZone.Utc : zones.Find(schedule.Timezone) ?? DateTimeZone.Utc).Date.ToDateOnly();
}
