using System.Net.Http.Json;
using Daybook.Accounts;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.BothDatabases.Server;

/// <summary>A schedule on a whole server, with its own clock, workers and channels.</summary>
public abstract class ScheduleRunTests(ServerFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_schedule_that_is_run_now_ends_with_a_report_that_can_be_downloaded()
    {
        var server = await fixture.GetAsync();
        var templates = await TestServer.OkAsync(server.Admin.GetAsync("/api/v1/cob/templates", Cancel));
        var template = templates.EnumerateArray().First().GetProperty("id").GetString();
        var made = await TestServer.OkAsync(server.Admin.PostAsJsonAsync(
            "/api/v1/cob/schedules", new { template_id = template, frequency = "daily", time = "18:00", timezone = "America/New_York", export_formats = new[] { "markdown", "html" } }, Cancel));
        var id = new ScheduleId(made.GetProperty("schedule_id").GetGuid());
        var (actions, store, database) = (
            server.Services.GetRequiredService<ScheduleActions>(), server.Services.GetRequiredService<OccurrenceStore>(), server.Services.GetRequiredService<Database>());
        var asked = await actions.RunNowAsync(Caller.Server, id, null, null, Cancel);
        var occurrence = await UntilAsync(async session => await store.FindAsync(session, Caller.Server, asked, Cancel) is { State.IsOver: true } over ? over : null);
        Assert.True(occurrence.State == OccurrenceState.Succeeded || occurrence.State == OccurrenceState.CompletedWithErrors, $"{occurrence.State} {occurrence.ErrorCode} {occurrence.ErrorText}");
        var report = await TestServer.OkAsync(server.Admin.GetAsync($"/api/v1/cob/reports/{occurrence.ReportId}", Cancel));
        Assert.Equal(2, report.GetProperty("exports").GetArrayLength());
        Assert.Equal("America/New_York", report.GetProperty("timezone").GetString());
        var planned = await UntilAsync(async session => await store.ListAsync(session, Caller.Server, new OccurrenceFilter(id, null, null, OccurrenceState.Planned), DateTimeOffset.UnixEpoch, default, 100, Cancel) is { Length: > 30 } rows
            ? (object)rows.Length
            : null);
        Assert.Equal(42, planned);

        async Task<T> UntilAsync<T>(Func<Session, Task<T?>> find)
            where T : class
        {
            while (true)
            {
                await using (var session = await database.OpenAsync(Cancel))
                {
                    if (await find(session) is { } found)
                        return found;
                }

                await Task.Delay(50, Cancel);
            }
        }
    }
}
