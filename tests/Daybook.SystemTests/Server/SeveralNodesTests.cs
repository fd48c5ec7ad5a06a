using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Daybook.Storage;
using Daybook.SystemTests.OnPostgreSql;
using Daybook.Tests;

namespace Daybook.SystemTests.Server;

/// <summary>
/// Servers as real processes, which are killed, frozen for longer than their claims last, and started again, while the
/// database crashes in the middle. <c>DAYBOOK_LONG_RUN=1</c> does it with 2,000 occurrences for minutes; otherwise with a few.
/// </summary>
public sealed class SeveralNodesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Api = "/api/v1/cob";
    private const int LeaseSeconds = 5;

    private static readonly int Occurrences = LongRun.IsOn ? 2000 : 80;
    private static readonly TimeSpan DueWithin = TimeSpan.FromSeconds(LongRun.IsOn ? 60 : 20);
    private static readonly TimeSpan Trouble = TimeSpan.FromSeconds(LongRun.IsOn ? 240 : 25);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(LongRun.IsOn ? 15 : 4);

    private readonly PostgreSqlCluster _cluster = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");
    private ServerProcess?[] _nodes = [];
    private Database? _database;
    private string _address = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes.OfType<ServerProcess>())
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
                output.WriteLine($"The last words of process {node.Id}:\n{node.Log}");
            await node.DisposeAsync();
        }

        if (_database is not null)
            await _database.DisposeAsync();
        await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(2, 11)]
    [InlineData(3, 12)]
    public async Task Several_nodes_on_PostgreSql_run_every_occurrence_once_whatever_happens_to_them(int count, int seed)
    {
        _address = await _cluster.NewAddressAsync();
        _database = Reached();
        await RunAsync(count, seed);
    }

    [Fact]
    public async Task One_node_on_Sqlite_runs_every_occurrence_once_whatever_happens_to_it()
    {
        _database = new SqliteDatabase(Path.Combine(_folder.FullName, "node0", "daybook.db"));
        await RunAsync(1, 13);
    }

    private async Task RunAsync(int count, int seed)
    {
        Directory.CreateDirectory(Drop);
        _nodes = new ServerProcess?[count];
        // All at once on an empty database, as those of compose.yaml do.
        await Task.WhenAll(Enumerable.Range(0, count).Select(async node => _nodes[node] = await StartAsync(node)));
        var due = await ScheduleAsync(_nodes[0]!.Client);

        await MakeTroubleAsync(due, new Random(seed));
        for (var i = 0; i < count; i++)
            _nodes[i] ??= await StartAsync(i);
        await OverAsync(due);
        await CheckAsync(due);
        NodesMustLive();
    }

    /// <summary>Whoever was not killed goes on, whatever happened to the others and to the database.</summary>
    private void NodesMustLive()
    {
        foreach (var node in _nodes.OfType<ServerProcess>())
            node.MustLive();
    }

    private PostgreSqlDatabase Reached() => new(DatabaseAddress.Parse(_address));

    private string Drop => Path.Combine(_folder.FullName, "drop");

    private Task<ServerProcess> StartAsync(int node) => ServerProcess.StartAsync(
        Path.Combine(_folder.FullName, $"node{node}"), "Database=" + _address, $"Schedules:LeaseSeconds={LeaseSeconds}", $"Reports:LeaseSeconds={LeaseSeconds}",
        "Reports:Attempts=50", $"Delivery:LeaseSeconds={LeaseSeconds}", "Channels:drop:Kind=folder", "Channels:drop:Path=" + Drop);

    /// <returns>When the first and the last fall due.</returns>
    private static async Task<(DateTimeOffset First, DateTimeOffset Last)> ScheduleAsync(HttpClient client)
    {
        using var made = await client.PostAsJsonAsync(Api + "/templates", new { name = "Close", version = "1", template_config = Template }, Cancel);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Cancel));
        var template = (await made.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString();
        var first = TimeProvider.System.GetUtcNow().AddSeconds(10 + (Occurrences * 0.06));
        first = first.AddTicks(-(first.Ticks % TimeSpan.TicksPerSecond));
        await Parallel.ForEachAsync(Enumerable.Range(0, Occurrences), new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancel }, async (i, cancel) =>
        {
            var at = first + (DueWithin * ((double)i / Occurrences));
            var body = new
            {
                template_id = template, name = $"Schedule {i}", rule = new { type = "daily" }, times = new[] { at.ToString("HH:mm:ss", CultureInfo.InvariantCulture) }, zone = "UTC",
                export_formats = new[] { "markdown" }, distribution = new { drop = new[] { $"reports/{i}" } }, max_attempts = 20, retry_seconds = 1, misfire = "run_all", start_deadline = "PT6H",
            };
            using var answer = await client.PostAsJsonAsync(Api + "/schedules", body, cancel);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(cancel));
        });
        Assert.True(TimeProvider.System.GetUtcNow() < first, "the schedules were not saved in time");
        return (first, first + DueWithin);
    }

    private static object Template => new
    {
        datasets = new { runs = new { source = "inline", rows = Enumerable.Range(0, 40).Select(row => new { row, text = $"probe {row}", hits = row % 7 }) } },
        blocks = new[] { new { id = "all", type = "data_block", order = 1, title = "All", template = "{% for run in runs %}- {{ run.text }}: {{ run.hits }}\n{% endfor %}", data_sources = new[] { "runs" } } },
    };

    private async Task MakeTroubleAsync((DateTimeOffset First, DateTimeOffset Last) due, Random random)
    {
        await Task.Delay(due.First - TimeProvider.System.GetUtcNow(), Cancel);
        var end = due.First + Trouble;
        var crash = _address.Length > 0 ? due.First + (Trouble / 2) : DateTimeOffset.MaxValue;
        for (var deeds = 0; TimeProvider.System.GetUtcNow() < end || deeds < 2;)
        {
            await Task.Delay(random.Next(500, 3000), Cancel);
            NodesMustLive();
            if (TimeProvider.System.GetUtcNow() > crash)
            {
                Note("the database crashes");
                await _cluster.CrashAndRestartAsync();
                crash = DateTimeOffset.MaxValue;
                await _database!.DisposeAsync();
                _database = Reached();
            }

            var node = random.Next(_nodes.Length);
            if (_nodes[node] is null)
            {
                Note($"node {node} starts");
                _nodes[node] = await StartAsync(node);
                continue;
            }

            (node, var claimed) = await FreezeAtWorkAsync(node, due.Last);
            var server = _nodes[node]!;
            if (deeds++ % 3 != 1)
            {
                Note($"node {node} is killed with {claimed} occurrences");
                server.MustLive();
                NoteTroubles(server);
                await server.DisposeAsync();
                _nodes[node] = null;
            }
            else
            {
                Note($"node {node} freezes for longer than its claims last with {claimed} occurrences");
                await Task.Delay(TimeSpan.FromSeconds(LeaseSeconds + 4), Cancel);
                await server.ThawAsync();
            }
        }
    }

    /// <summary>What a node that is about to be killed had to say beside its work.</summary>
    private void NoteTroubles(ServerProcess server)
    {
        foreach (var line in server.Log.Split('\n').Where(line => line.Contains("Z warn:", StringComparison.Ordinal) || line.Contains("Z fail:", StringComparison.Ordinal) || line.Contains("OccurrenceBatches", StringComparison.Ordinal)).TakeLast(40))
            Note($"process {server.Id}: {(line.Length > 600 ? line[..600] : line)}");
    }

    /// <summary>
    /// Freezes a node while it has occurrences: what it has then, it still has when it is killed. Where none has any for a while
    /// and nothing more falls due, the preferred one freezes without.
    /// </summary>
    private async Task<(int Node, long Claimed)> FreezeAtWorkAsync(int preferred, DateTimeOffset last)
    {
        await using var session = await _database!.OpenAsync(Cancel);
        for (var tries = 0; tries < 400 || TimeProvider.System.GetUtcNow() < last; tries++)
        {
            foreach (var node in Enumerable.Range(0, _nodes.Length).OrderBy(node => node != preferred))
            {
                if (_nodes[node] is not { } server || await ClaimedAsync(server) == 0)
                    continue;
                await server.FreezeAsync();
                if (await ClaimedAsync(server) is > 0 and var claimed)
                    return (node, claimed);
                await server.ThawAsync();
            }

            await Task.Delay(5, Cancel);
        }

        await _nodes[preferred]!.FreezeAsync();
        return (preferred, 0);

        Task<long> ClaimedAsync(ServerProcess server) =>
            session.GetAsync<long>("select count(*) from occurrences where state = 'running' and lease_owner like @node", new { node = $"%:{server.Id}:%" }, Cancel);
    }

    private async Task OverAsync((DateTimeOffset First, DateTimeOffset Last) due)
    {
        const string Open =
            "select state || ', ' || step || ', ' || coalesce(lease_owner, 'nobody') || ': ' || count(*) from occurrences where due_at between @First and @Last and state in ('planned', 'due', 'running', 'held') group by state, step, lease_owner";
        var since = TimeProvider.System.GetTimestamp();
        await using var session = await _database!.OpenAsync(Cancel);
        while (await session.ListAsync<string>(Open, Between(due), Cancel) is { Length: > 0 } open)
        {
            NodesMustLive();
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "not over: " + string.Join("; ", open));
            await Task.Delay(500, Cancel);
        }
    }

    private async Task CheckAsync((DateTimeOffset First, DateTimeOffset Last) due)
    {
        const string Mine = "occurrences o where o.due_at between @First and @Last";
        await using var session = await _database!.OpenAsync(Cancel);
        var states = await session.ListAsync<string>(
            $"select o.state || ' ' || coalesce(o.reason, '') || ' ' || coalesce(o.error_code, '') || ': ' || count(*) || ', ' || min(o.attempt) || ' to ' || max(o.attempt) || ' attempts, such as ' || min(cast(o.id as varchar(36))) from {Mine} group by o.state, o.reason, o.error_code order by 1",
            Between(due), Cancel);
        var schedules = await session.GetAsync<long>($"select count(distinct o.schedule_id) from {Mine}", Between(due), Cancel);
        Assert.True(states.Length == 1 && states[0].StartsWith($"succeeded  : {Occurrences},", StringComparison.Ordinal), $"{schedules} schedules have occurrences: {string.Join("; ", states)}");
        await CountAsync($"select count(distinct o.schedule_id) from {Mine}");

        // One report each, made, with its one artifact in its one place, and nothing that belongs to no occurrence.
        await CountAsync($"select count(*) from {Mine} and (select r.status from cob_generated_reports r where r.id = o.report_id and r.occurrence_id = o.id) = 'completed'");
        await CountAsync("select count(*) from cob_generated_reports");
        await CountAsync("select count(*) from cob_report_exports where sha256 is not null");
        await CountAsync($"select count(*) from {Mine} and (select string_agg(d.state, ',') from deliveries d join distributions t on t.id = d.distribution_id where t.occurrence_id = o.id) = 'accepted'");
        Assert.Equal(Occurrences, Directory.GetFiles(Drop, "*", SearchOption.AllDirectories).Length);

        // The history has no holes: each step begins where the one before ended, and the last is what the row says.
        Assert.Equal(0, await session.GetAsync<long>(
            $"""
            select count(*) from (
                select e.from_state, lag(e.to_state, 1, 'planned') over (partition by e.occurrence_id order by e.id) as before
                from occurrence_events e where e.occurrence_id in (select o.id from {Mine})) chain where from_state <> before
            """, Between(due), Cancel));
        await CountAsync($"select count(*) from {Mine} and (select e.to_state from occurrence_events e where e.occurrence_id = o.id order by e.id desc limit 1) = o.state");

        var lost = await session.GetAsync<long>($"select count(distinct e.occurrence_id) from occurrence_events e where e.from_state = 'running' and e.to_state = 'due' and e.occurrence_id in (select o.id from {Mine})", Between(due), Cancel);
        var latest = (await session.ListAsync<DateTimeOffset>($"select o.finished_at from {Mine}", Between(due), Cancel)).Max() - due.Last;
        Note($"{lost} of {Occurrences} were taken back from a node that was lost; the last was over {latest.TotalSeconds:F0} s after the last fell due");
        Assert.True(lost > 0, "no node was lost while it had an occurrence");

        async Task CountAsync(string sql) => Assert.Equal(Occurrences, await session.GetAsync<long>(sql, Between(due), Cancel));
    }

    private static object Between((DateTimeOffset First, DateTimeOffset Last) due) => new { due.First, due.Last };

    private void Note(string what) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {what}"));
}
