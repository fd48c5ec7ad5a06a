using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Daybook.Commands;
using Daybook.Hosting;
using Daybook.Schedules.TimeZones;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Tests.Server;

/// <summary>How the server meets the network, and how it ends.</summary>
public sealed partial class HostingTests : IDisposable
{
    private const string Api = Site.Api;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<WebApplication> StartAsync(string urls, params (string Name, string Value)[] settings)
    {
        KeyValuePair<string, string?>[] all =
        [
            new("ADMIN_PASSWORD", TestServer.Password), new("Accounts:PasswordMemoryKiB", "8192"), new("Accounts:PasswordIterations", "1"),
            new("Logging:LogLevel:Daybook", "None"), .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)),
        ];
        var app = DaybookServer.Build(new ServerSettings(Path.Combine(_folder.FullName, "data"), urls, [.. all], TimeProvider.System));
        await DaybookServer.StartAsync(app, Cancel);
        return app;
    }

    [Fact]
    public async Task A_certificate_gives_an_https_address_and_cookies_that_stay_on_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (certificateFile, keyFile) = (Path.Combine(_folder.FullName, "cert.pem"), Path.Combine(_folder.FullName, "key.pem"));
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem(), Cancel);
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem(), Cancel);

        await using var app = await StartAsync("https://127.0.0.1:0", ("Hosting:CertificateFile", certificateFile), ("Hosting:CertificateKeyFile", keyFile));
        using var handler = new SocketsHttpHandler { UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == certificate.GetCertHashString();
        using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.First()) };
        using var signedIn = await client.PostAsJsonAsync(Api + "/auth/session", new { username = "admin", password = TestServer.Password }, Cancel);
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Contains("; secure", Assert.Single(signedIn.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.False(signedIn.Headers.Contains("Strict-Transport-Security"), "it would bind every other server of the machine");
        await app.StopAsync(Cancel);
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", true)]
    [InlineData("127.0.0.0/8", "203.0.113.9", true)]
    [InlineData("10.1.2.3", "127.0.0.1", false)]
    [InlineData(null, "127.0.0.1", false)]
    public async Task Only_a_trusted_proxy_says_where_a_request_comes_from(string? trusted, string address, bool isSecure)
    {
        await using var app = await StartAsync("http://127.0.0.1:0", trusted is null ? [] : [("Hosting:TrustedProxies:0", trusted)]);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, Api + "/auth/session") { Content = JsonContent.Create(new { username = "admin", password = TestServer.Password }) };
        request.Headers.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Host = "reports.example.com";
        using var signedIn = await client.SendAsync(request, Cancel);
        Assert.Equal(isSecure, Assert.Single(signedIn.Headers.GetValues("Set-Cookie")).Contains("; secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(isSecure, signedIn.Headers.Contains("Strict-Transport-Security"));

        await using (var session = await app.Services.GetRequiredService<Database>().OpenAsync(Cancel))
            Assert.Equal(address, await session.GetAsync<string>("select replace(address, '::ffff:', '') from audit_entries where action = 'user.signed_in'", null, Cancel));
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_node_of_compose_yaml_starts_with_the_settings_that_stand_there()
    {
        var given = ComposeSetting().Matches(Repository.Read("compose.yaml")).ToDictionary(match => match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), match => match.Groups[2].Value);
        Assert.Equal(["ADMIN_PASSWORD", "Database", "Hosting:PublicAddress"], given.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("postgres://", given["Database"], StringComparison.Ordinal);
        Assert.All(
            given.Values.SelectMany(value => ComposeVariable().Matches(value)).Select(match => match.Groups[1].Value),
            variable => Assert.Contains($"\n{variable}=", Repository.Read("packaging/compose.env.example"), StringComparison.Ordinal));

        // The tests of several nodes bring PostgreSQL; here everything else is tried.
        given["Database"] = "";
        given["Hosting:PublicAddress"] = "https://reports.example.com";
        given["ADMIN_PASSWORD"] = TestServer.Password;
        await using var app = await StartAsync("http://127.0.0.1:0", [.. given.Select(setting => (setting.Key, setting.Value))]);
        using var client = await SignInAsync(app);
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_server_that_is_stopped_hands_its_reports_over_and_the_next_one_finishes_each_once()
    {
        var ids = new List<string>();
        await using (var first = await StartAsync("http://127.0.0.1:0"))
        {
            using var client = await SignInAsync(first);
            var rows = Enumerable.Range(0, 300).Select(row => new { probe = $"p{row}", hits = row % 3 });
            var config = new
            {
                datasets = new { runs = new { source = "inline", rows } },
                blocks = new[] { new { id = "a", type = "data_block", order = 1, title = "A", template = "{% for run in runs %}- {{ run.probe }}\n{% endfor %}", data_sources = new[] { "runs" } } },
            };
            var template = await ReportTests.TemplateAsync(client, "Handed over", config);
            for (var i = 0; i < 12; i++)
            {
                var made = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/reports/generate", new { template_id = template, export_formats = new[] { "html", "pdf" } }, Cancel));
                ids.Add(made.GetProperty("report_id").GetString()!);
            }

            await first.StopAsync(Cancel);
            await using var session = await first.Services.GetRequiredService<Database>().OpenAsync(Cancel);
            Assert.Empty(await session.ListAsync<string>("select status from cob_generated_reports where status not in ('pending', 'completed')", null, Cancel));
        }

        await using var second = await StartAsync("http://127.0.0.1:0");
        using var again = await SignInAsync(second);
        foreach (var id in ids)
        {
            var report = await ReportTests.FinishAsync(again, id);
            Assert.Equal("completed", report.GetProperty("status").GetString());
            Assert.Equal(2, report.GetProperty("exports").GetArrayLength());
        }

        await second.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_server_that_lacks_its_schema_or_whose_workers_are_silent_is_not_ready_and_says_why()
    {
        await using var app = await StartAsync("http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var ready = await TestServer.OkAsync(client.GetAsync("/health/ready", Cancel));
        Assert.Equal(TimeZoneData.Bundled.Version, ready.GetProperty("time_zones").GetString());

        await using (var session = await app.Services.GetRequiredService<Database>().BeginAsync(Cancel))
        {
            await session.ExecuteAsync("delete from schema_migrations where version = 2", null, Cancel);
            await session.CommitAsync(Cancel);
        }

        var refusal = await TestServer.RefusedAsync(503, "not_ready", client.GetAsync("/health/ready", Cancel));
        Assert.Equal("schema", Assert.Single(refusal.GetProperty("errors").EnumerateArray()).GetProperty("field").GetString());
        await TestServer.OkAsync(client.GetAsync("/health/live", Cancel));
        using var asked = new Tests.Commands.CommandRun();
        Assert.Equal(ExitCode.DataError, await asked.RunAsync("health", "--url", app.Urls.First()));
        Assert.Contains("wrong_schema", asked.Out, StringComparison.Ordinal);
        await app.StopAsync(Cancel);
    }

    [Fact]
    public void A_worker_that_stopped_is_named()
    {
        var pulses = new WorkerPulses(TimeSpan.Zero);
        pulses.Beat("reports");
        Assert.Equal(["reports"], pulses.Silent());
        Assert.Empty(new WorkerPulses(TimeSpan.FromHours(1)).Silent());
    }

    private static async Task<HttpClient> SignInAsync(WebApplication app)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var body = await TestServer.OkAsync(client.PostAsJsonAsync(Api + "/auth/login", new { username = "admin", password = TestServer.Password }, Cancel));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("access_token").GetString());
        return client;
    }

    [GeneratedRegex(@"^    DAYBOOK_(\w+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex ComposeSetting();

    [GeneratedRegex(@"\$\{(\w+)")]
    private static partial Regex ComposeVariable();
}
