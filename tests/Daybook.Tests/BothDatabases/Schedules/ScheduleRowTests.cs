using System.Text.Json;
using Daybook.Accounts;
using Daybook.Calendars;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Reading;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Daybook.Templates;
using NodaTime;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Tests with a schedule of a user's.</summary>
public abstract class ScheduleRowTests : StoreTests
{
    private protected static readonly Json Empty = new("{}");

    private static readonly Json Template = new(
        """{"metadata": {"id": "t", "name": "T", "version": "1"}, "blocks": [{"id": "a", "type": "data_block", "order": 1, "title": "A", "template": "On {{ report_date }}"}]}""");

    private protected ScheduleStore Schedules => new(Database);

    private protected OccurrenceStore Occurrences => new(Database);

    private protected OccurrencePlanStore Plans => new(Database);

    private protected static CalendarCatalog Calendars { get; } = CalendarCatalog.BuiltIn(new LocalDate(2026, 5, 4));

    private protected async Task<User> UserAsync(string name = "ann")
    {
        var users = new UserStore();
        return await ReadAsync(session => users.FindAsync(session, name, Cancel)) ?? await WriteAsync(async session =>
        {
            await users.AddAsync(session, new NewUser(name, name, null, null, Role.Author, new Json("[]")), Cancel);
            return (await users.FindAsync(session, name, Cancel))!;
        });
    }

    private protected async Task<TemplateId> TemplateAsync()
    {
        var user = await UserAsync();
        return await ReadAsync(session => session.FindAsync<TemplateId?>("select id from cob_report_templates limit 1", null, Cancel))
            ?? await WriteAsync(session => new TemplateStore(Database).AddAsync(session, new TemplateContent("T", "1", null, null, Empty, Template, Empty, []), user.Id, null, false, Cancel));
    }

    private protected async Task<ScheduleContent> ContentAsync(string definition, SchedulePolicies? policies = null)
    {
        var read = ScheduleReader.Read(JsonElement.Parse(definition), new ReadingContext(TimeZoneData.Bundled, Calendars, Instant.FromDateTimeOffset(Clock.GetUtcNow())));
        Assert.Empty(read.Errors);
        return new ScheduleContent("Close", await TemplateAsync(), read.Value!, policies ?? new SchedulePolicies(), Empty, new Json("[]"), Empty, true, 0);
    }

    private protected async Task<ScheduleId> AddAsync(string definition, SchedulePolicies? policies = null)
    {
        var (content, user) = (await ContentAsync(definition, policies), await UserAsync());
        return await WriteAsync(session => Schedules.AddAsync(session, content, user.Id, Clock.Now(), Cancel));
    }

    private protected async Task<Schedule> FindAsync(ScheduleId id) => (await ReadAsync(session => Schedules.FindAsync(session, Caller.Server, id, Cancel)))!;

    private protected async Task<Occurrence> FindAsync(OccurrenceId id) => (await ReadAsync(session => Occurrences.FindAsync(session, Caller.Server, id, Cancel)))!;
}
