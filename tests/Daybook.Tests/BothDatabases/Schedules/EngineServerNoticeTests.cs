using Daybook.Schedules.Running;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>What the administrators are told about the server itself.</summary>
public abstract class EngineServerNoticeTests : EngineMailTests
{
    [Fact]
    public async Task What_is_about_the_server_goes_to_its_administrators()
    {
        await OwnedAsync();
        await AdministratorAsync("root@example.com");
        await WriteAsync(session => OwnerNotices.AddOnceAsync(session, NoticeKind.ClockJumped, "The clock of the database jumped forward by 600 seconds.", Clock.GetUtcNow(), Cancel));
        await TellAsync();
        Assert.Equal(["Daybook server - 2026-05-04 > root@example.com"], Sent);
    }

    [Fact]
    public async Task A_mailbox_that_cannot_be_read_is_told_once_for_each_outage()
    {
        async Task<bool> AddAsync(bool isReadable)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return await WriteAsync(session => OwnerNotices.AddOnceAsync(session, isReadable, "The mailbox.", Clock.GetUtcNow(), Cancel));
        }

        Assert.False(await AddAsync(true));
        Assert.True(await AddAsync(false));
        Assert.False(await AddAsync(false));
        Assert.True(await AddAsync(true));
        Assert.False(await AddAsync(true));
        Assert.True(await AddAsync(false));
        Assert.Equal($"{NoticeKind.BouncesUnreadable}; {NoticeKind.BouncesReadable}; {NoticeKind.BouncesUnreadable}", await NoticesAsync());
    }
}
