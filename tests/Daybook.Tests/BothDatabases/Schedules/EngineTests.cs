using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Calendars.Stored;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Delivery.Channels;
using Daybook.Delivery.Passwords;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Daybook.Templates;
using Daybook.Tests.BothDatabases.Delivery;
using Daybook.Webhooks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>Running schedules with a clock that the test moves. Reports are made by the test itself, in no time and as it wants them.</summary>
public abstract class EngineTests : ScheduleRowTests
{
    private protected const string Node = "here";

    private ReportStores? _reports;
    private DirectoryInfo? _folder;
    private ContentStore? _contents;
    private ChannelRegistry? _channels;

    private protected SchedulesOptions Settings { get; } = new();

    /// <summary>What the server computes with.</summary>
    private protected TimeZoneData Zones { get; set; } = TimeZoneData.Bundled;

    private protected OwnerNotices Notices => new(Database, Outbox, new NoticeSignals());

    private protected EventOutbox Outbox => new(new WebhookMessageStore(Database), new WebhookSignals());

    private protected OccurrenceClock Time => new(Clock, isShared: false);

    private protected RunStore Runs => new(Database);

    private protected ClaimStore Claims => new(Database);

    /// <summary>What this process has as a node, under a name of its own.</summary>
    private protected NodeClaims NodesOwn => field ??= new(Database, Claims, Runs, Time, Options.Create(Settings), Clock, NullLogger<NodeClaims>.Instance);

    private protected ReportStores Reports => _reports ??= new ReportStores(new ReportStore(Database), new ReportWorkStore(Database), new ExportStore(), new ReportAnalysisStore());

    private protected ContentStore Contents => _contents ??= Database is SqliteDatabase
        ? new FileContents((_folder = Directory.CreateTempSubdirectory("daybook-")).FullName)
        : new DatabaseContents();

    private protected AuditLog Audit => new(new AuditStore(Database), Clock);

    private protected SchedulePlanner PlannerOf(TimeZoneData zones) => new(
        Database, Plans, new ScheduleUseStore(), new OccurrenceHoldStore(Database), Runs, new ServerCalendars(new CalendarStore(Database), Clock), zones, Notices, Time, Audit);

    private protected ScheduleTick Tick => new(Database, new TickStore(Database), new PolicyStore(Database), Claims, new OccurrenceHoldStore(Database), Notices, Time, Options.Create(Settings));

    private protected ScheduleActions Actions => new(Database, Schedules, new OccurrenceHoldStore(Database), Occurrences, Asked, Time, Audit, new ScheduleSignals());

    private protected OccurrenceActions Decisions => new(Database, Occurrences, new OccurrenceDecisionStore(), OccurrenceBursts, Asked, Ledger, Time, Audit, new ScheduleSignals());

    private AskedOccurrences Asked => new(Schedules, Plans, new ServerCalendars(new CalendarStore(Database), Clock), Zones);

    /// <summary>The only channel of the server, unless the test adds <see cref="OtherChannels"/>.</summary>
    private protected RecordingChannel Mail { get; } = new("email");

    private protected RecordingChannel[] OtherChannels { get; set; } = [];

    private protected ChannelRegistry Channels => _channels ??= RecordingChannel.Registry([Mail, .. OtherChannels]);

    private protected static RecipientRules Rules { get; } = new(Options.Create(new DeliveryOptions()));

    private protected DeliveryStore Ledger => new(Database);

    private DistributionReader Distributions => new(Channels, Rules, new FilePasswordReader(Channels), Options.Create(new DeliveryOptions()));

    private protected BurstStore Bursts => new(Database);

    private protected DeliveryOrders DeliveryOrders => new(
        Ledger, new SuppressionStore(Database), Rules, new PasswordDeliveries(Ledger, Rules, Channels), Channels, Reports, Audit, Clock);

    private ReportOrders ReportOrders => new(Database, new TemplateStore(Database), new TemplateUsageStore(Database), Reports, Audit, new ReportSignals(), Options.Create(new ReportsOptions()), Clock);

    private ReportQuestions Questions => new(Database, Reports.Reports, Contents, Clock);

    private protected BurstAlarms BurstAlarms => new(Distributions, DeliveryOrders);

    private protected BurstDistribution BurstDistribution => new(
        Database, Bursts, Questions, new PartRecipients(Distributions, new PersonalMail(Channels)), DeliveryOrders, new BurstEnds(Database, Bursts, BurstAlarms, Audit, Clock), new DeliverySignals());

    private BurstRetries BurstRetries => new(Bursts, Reports.Reports);

    private OccurrenceBursts OccurrenceBursts => new(
        new BurstOrders(Bursts, new BurstCheck(Distributions, new FilePasswordCheck(new FilePasswordStore(Database)), Channels), BurstRetries, ReportOrders, Audit), Bursts, BurstRetries, BurstAlarms, Reports.Reports);

    private protected OccurrenceDeliveries Deliveries => new(DeliveryOrders, Ledger, Distributions, new PersonalMail(Channels), new UserStore());

    private protected OccurrenceRuns Running
    {
        get
        {
            var deliveries = Deliveries;
            var orders = new OccurrenceOrders(
                ReportOrders, Reports.Reports, OccurrenceBursts, deliveries, new UserStore(), new ServerCalendars(new CalendarStore(Database), Clock), Zones);
            var ends = new RunEnds(Runs, Reports.Reports, Notices);
            var signals = new RunnerSignals(new ReportSignals(), new BurstSignals(), new DeliverySignals(), new ScheduleSignals());
            var batches = new OccurrenceBatches(Database, Runs, Reports.Reports, orders, deliveries, ends, Time, signals, NullLogger<OccurrenceBatches>.Instance);
            return new OccurrenceRuns(
                Database, Runs, Reports.Reports, orders, OccurrenceBursts, new OccurrenceGates(Database, Reports.Reports, Questions, Runs, Contents), deliveries, ends, batches, Time, signals,
                NullLogger<OccurrenceRuns>.Instance);
        }
    }

    private protected async Task PlanAsync(TimeZoneData? zones = null)
    {
        var planner = PlannerOf(zones ?? Zones);
        while (await planner.PlanAsync(Cancel) > 0)
        {
        }
    }

    /// <summary>Time passes, and a node looks.</summary>
    private protected async Task TickAsync(TimeSpan pass = default, string? node = Node)
    {
        Clock.Advance(pass);
        await Tick.RunAsync(node, Cancel);
    }

    /// <summary>Every report that waits is made, with this state.</summary>
    private protected async Task MakeReportsAsync(ReportState? state = null, string? code = null)
    {
        while (await WriteAsync(session => Reports.Work.ClaimAsync(session, "maker", 60, Clock.Now(), Cancel)) is { } report)
        {
            var outcome = new ReportOutcome(state ?? ReportState.Completed, code, code is null ? null : "It did not work.", null);
            await WriteAsync(session => Reports.Work.FinishAsync(session, report, outcome, Clock.Now(), Cancel));
        }
    }

    /// <summary>A node takes its occurrences as far as they go.</summary>
    private protected async Task AdvanceAsync(string node = Node)
    {
        while (await Running.AdvanceAsync(node, Cancel) > 0)
        {
        }
    }

    /// <summary>Ordered, made, ended.</summary>
    private protected async Task FinishAsync(ReportState? state = null, string? code = null, string node = Node)
    {
        await AdvanceAsync(node);
        await MakeReportsAsync(state, code);
        await AdvanceAsync(node);
    }

    private protected Task<ImmutableArray<Occurrence>> ListAsync(ScheduleId? id = null) => ReadAsync(session => Occurrences.ListAsync(
        session, Caller.Server, new OccurrenceFilter(id, null, null), DateTimeOffset.UnixEpoch, default, 1000, Cancel));

    /// <summary>State and reason of all that is not planned, in order: <c>succeeded</c>, <c>missed superseded</c>.</summary>
    /// <summary>Most schedules of these tests name nobody; that reason is left out.</summary>
    private protected async Task<string> StatesAsync(ScheduleId? id = null) => string.Join(
        "; ", (await ListAsync(id)).Where(row => row.State != OccurrenceState.Planned).Select(row => $"{row.State} {(row.Reason == BurstCodes.NoRecipients ? null : row.Reason)}".TrimEnd()));

    private protected async Task<string> NoticesAsync() => string.Join(
        "; ", (await ReadAsync(session => session.ListAsync<string>("select kind from notices order by created_at, kind", null, Cancel))));

    private protected Task SqlAsync(string sql) => WriteAsync(session => session.ExecuteAsync(sql, null, Cancel));

    private protected Task SaveAsync(ScheduleId id, ScheduleContent content, int version) => WriteAsync(session => Schedules.UpdateAsync(session, id, content, version, Clock.Now(), Cancel));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_channels is not null)
            await _channels.DisposeAsync();
        _folder?.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
