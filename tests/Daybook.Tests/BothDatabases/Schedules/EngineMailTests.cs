using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Delivery;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Messages;
using Daybook.Delivery.Passwords;
using Daybook.Delivery.Sending;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Delivery;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Schedules whose reports and notices go out over a channel that keeps what it gets.</summary>
public abstract class EngineMailTests : EngineTests
{
    private protected const string Daily = """{"frequency": "daily", "time": "18:05"}""";

    private DeliveryClaims? _claims;

    /// <summary>Subject and recipient of all that went out, in order.</summary>
    private protected IEnumerable<string> Sent => Mail.Sent.Select(message => $"{message.Subject} > {message.Recipient}");

    private DeliveryClaims Taking => _claims ??= new DeliveryClaims(
        Database, Ledger, new DeliveryWorkStore(Database, Ledger, Reports.Exports), new SuppressionStore(Database), new DeliveryNews(Outbox), Rules, Options.Create(new DeliveryOptions()), Clock);

    private DeliverySending Sending
    {
        get
        {
            var (hosting, keys) = (Options.Create(new HostingOptions()), new ServerKeys(Database));
            var links = new MessageLinks(new DownloadLinks(keys, hosting, Options.Create(new ReportsOptions()), Clock), keys, hosting, Options.Create(new DeliveryOptions()));
            var passwords = new FilePasswords(Database, new FilePasswordStore(Database), new SealedSecrets(keys), keys);
            var theme = new MessageTheme(Options.Create(new DeliveryOptions()), new ServerSettings(Path.GetTempPath(), "", [], Clock));
            return new DeliverySending(new MessageContent(
                new MessageSources(Database, Ledger, Reports, new SentReports(Contents, theme)), new MessageFileReader(Database, Reports, Contents, new ProtectedFiles(Database, Reports, Contents, passwords, Clock), links),
                new PasswordWords(Database, Ledger, passwords), links, theme), Taking, Options.Create(new DeliveryOptions()), Clock);
        }
    }

    private protected NoticeMail NoticeMailOf(ChannelRegistry channels) => new(
        new NoticeStore(Database), Runs, new UserStore(), new SuppressionStore(Database), new PersonalMail(channels), DeliveryOrders, TimeZoneData.Bundled);

    /// <summary>What owners are to be told is written into the ledger, and all of it goes out.</summary>
    private protected async Task<ImmutableArray<UntoldNotices>> TellAsync()
    {
        var (_, untold) = await WriteAsync(session => NoticeMailOf(Channels).PlanAsync(session, Clock.Now(), Cancel));
        await DeliverAsync();
        return untold;
    }

    private protected Task<ImmutableArray<StoredDelivery>> TakeAsync(int limit = 100) => TakeAsync(Mail, limit);

    private protected Task SendAsync(StoredDelivery delivery) => SendAsync(Mail, delivery);

    /// <summary>What may go out goes out.</summary>
    private protected async Task DeliverAsync()
    {
        foreach (var channel in (IEnumerable<RecordingChannel>)[Mail, .. OtherChannels])
        {
            foreach (var delivery in await TakeAsync(channel, 100))
                await SendAsync(channel, delivery);
        }
    }

    private Task<ImmutableArray<StoredDelivery>> TakeAsync(RecordingChannel channel, int limit) => Taking.TakeAsync(channel.Name, channel, limit, Cancel);

    private async Task SendAsync(RecordingChannel channel, StoredDelivery delivery) => await Taking.FinishAsync(delivery, (await Sending.TryAsync(delivery, channel, Cancel))!, Cancel);

    /// <summary>The next occurrence: ordered, made, delivered, ended.</summary>
    private protected async Task RunAsync(TimeSpan pass, ReportState? state = null, string? code = null)
    {
        await TickAsync(pass);
        await FinishAsync(state, code);
        await DeliverAsync();
        await AdvanceAsync();
    }

    private protected async Task<ScheduleId> AddMailedAsync(string definition, SchedulePolicies? policies, params string[] recipients)
    {
        var user = await UserAsync();
        var content = await ContentAsync(definition, policies) with { Distribution = new Json(JsonSerializer.Serialize(new Dictionary<string, string[]> { [Mail.Name] = recipients })) };
        return await WriteAsync(session => Schedules.AddAsync(session, content, user.Id, Clock.Now(), Cancel));
    }

    private protected Task<ImmutableArray<ToldNotice>> ToldAsync(ScheduleId id) => ReadAsync(session => new NoticeStore(Database).ListAsync(session, id, DateTimeOffset.MaxValue.AddDays(-1), default, 100, Cancel));

    private protected async Task<ScheduleId> OwnedAsync(string definition = Daily)
    {
        var id = await AddAsync(definition);
        await SqlAsync("update users set email = 'ann@example.com' where username = 'ann'");
        await PlanAsync();
        return id;
    }

    private protected Task<UserId> AdministratorAsync(string? address) => WriteAsync(session => new UserStore().AddAsync(session, new NewUser("root", "Root", address, null, Role.Admin, new Json("[]")), Cancel));
}
