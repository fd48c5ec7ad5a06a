using System.Net;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.Server;

/// <summary>What happens when a server starts.</summary>
public sealed class SetupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    private WebApplication Build(params KeyValuePair<string, string?>[] settings) => DaybookServer.Build(new ServerSettings(
        _folder.FullName, settings.Any(setting => setting.Key == "Urls") ? null : "http://127.0.0.1:0", [.. settings, new("Accounts:PasswordMemoryKiB", "8192"), new("Logging:LogLevel:Daybook", "None")], TimeProvider.System));

    [Fact]
    public async Task The_set_up_link_makes_one_administrator_once()
    {
        await using var app = Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(Cancel);
        var secret = await app.Services.GetRequiredService<FirstAdministrator>().PrepareAsync(Cancel);
        Assert.NotNull(secret);
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(secret, "short"));
        Assert.Equal(HttpStatusCode.Gone, await PostAsync("guess", TestServer.Password));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(secret, TestServer.Password));
        Assert.Equal(HttpStatusCode.Gone, await PostAsync(secret, TestServer.Password));
        Assert.Null(await app.Services.GetRequiredService<FirstAdministrator>().PrepareAsync(Cancel));

        async Task<HttpStatusCode> PostAsync(string token, string password)
        {
            using var form = new FormUrlEncodedContent([new("token", token), new("username", "chief"), new("password", password)]);
            using var answer = await client.PostAsync("/setup", form, Cancel);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Each_node_of_an_empty_server_prints_a_link_and_the_first_that_is_used_ends_them_all()
    {
        await using var app = Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(Cancel);
        var first = app.Services.GetRequiredService<FirstAdministrator>();
        var links = new[] { await first.PrepareAsync(Cancel), await first.PrepareAsync(Cancel), await first.PrepareAsync(Cancel) };

        await first.CreateAsync(links[0]!, "chief", TestServer.Password, null, Cancel);
        foreach (var later in links)
            Assert.Equal(ProblemType.LinkExpired, (await Assert.ThrowsAsync<ProblemException>(() => first.CreateAsync(later!, "second", TestServer.Password, null, Cancel))).Type);
    }

    [Fact]
    public async Task A_refused_password_leaves_the_links_of_all_nodes()
    {
        await using var app = Build();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(Cancel);
        var first = app.Services.GetRequiredService<FirstAdministrator>();
        var (one, other) = (await first.PrepareAsync(Cancel), await first.PrepareAsync(Cancel));

        Assert.Equal(ProblemType.InvalidRequest, (await Assert.ThrowsAsync<ProblemException>(() => first.CreateAsync(one!, "chief", "short", null, Cancel))).Type);
        await first.CreateAsync(other!, "chief", TestServer.Password, null, Cancel);
    }

    [Theory]
    [InlineData("", "http://0.0.0.0:8420", "http://localhost:8420")]
    [InlineData("", "https://[::]:443", "https://localhost:443")]
    [InlineData("", "http://127.0.0.1:8420", "http://127.0.0.1:8420")]
    [InlineData("https://reports.example.com/", "http://0.0.0.0:8420", "https://reports.example.com")]
    public void The_set_up_link_is_one_that_a_browser_opens(string published, string listening, string shown) =>
        Assert.Equal(shown, new HostingOptions { PublicAddress = published }.AddressFor(listening));

    [Theory]
    [InlineData("postgres://user@host/name", "Disable")]
    [InlineData("postgres://user@host/name?gssencmode=require", "Require")]
    public void Kerberos_is_tried_only_when_asked_for(string address, string mode) => Assert.Equal(mode, DatabaseAddress.Parse(address).GssEncryptionMode.ToString());

    [Fact]
    public async Task The_page_shows_hostile_text_as_text()
    {
        await using var app = Build();
        await DaybookServer.StartAsync(app, Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var page = await client.GetStringAsync("/setup?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", Cancel);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Accounts:LockoutAttempt", "3", "Accounts:LockoutAttempt")]
    [InlineData("Accounts:LockoutAttempts", "0", "LockoutAttempts")]
    [InlineData("Accounts:LockoutAttempts", "many", "Accounts:LockoutAttempts")]
    [InlineData("Hosting:MaxRequestBytes", "1", "MaxRequestBytes")]
    [InlineData("Hosting:TrustedProxies:0", "proxy.example", "Hosting:TrustedProxies")]
    [InlineData("Hosting:PublicAddress", "reports.example.com", "Hosting:PublicAddress")]
    [InlineData("Hosting:CertificateFile", "/nowhere/cert.pem", "Hosting:CertificateFile")]
    [InlineData("Hosting:TimeZoneFile", "nowhere.nzd", "Hosting:TimeZoneFile")]
    [InlineData("Urls", "http://127.0.0.1:0;rubbish", "Urls: 'rubbish' is no address")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string name, string value, string shown)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = Build(new KeyValuePair<string, string?>(name, value));
            await DaybookServer.StartAsync(app, Cancel);
        });
        Assert.IsType<OptionsValidationException>(refusal);
        Assert.Contains(shown, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_named_at_once_wherever_they_stand()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ServerSettings.FileName), """{"Reports": {"Zone": "Nowhere", "Workers": "many"}, "Retention": {"Days": -5}, "Databse": ""}""", Cancel);
        var refusal = Assert.Throws<OptionsValidationException>(() => Build(
            new("Accounts:RequestBurst", "-1"), new("Accounts:RequestsPerMinute", "x"), new("Database", "oracle://x"), new("Hosting:TimeZoneFile", "nowhere.nzd"),
            new("Hosting:MaxRequestBytes", "1"), new("Channels:pigeon:Kind", "pigeon"), new("MigrateAtStart", "perhaps"), new("Logging:LogLevel:Default", "Loud"), new("Webhooks:Nonsense", "1")));
        string[] wanted =
        [
            "Hosting:TimeZoneFile: ", "Database must be ", "MigrateAtStart must be true or false, and is 'perhaps'", "Logging:LogLevel:Default must be one of Trace, Debug,",
            "Reports:Workers must be a whole number, and is 'many'", "Accounts:RequestsPerMinute must be a whole number, and is 'x'", "Accounts:RequestBurst must be between 1 and",
            "Reports:Zone is 'Nowhere'", "Retention:Days must be between", "there is no setting Databse; did you mean 'Database'?", "there is no setting Webhooks:Nonsense", "Hosting:MaxRequestBytes must be between 1000 and", "Channels:pigeon:Kind is 'pigeon'",
        ];
        Assert.All(wanted, sentence => Assert.Single(refusal.Failures, failure => failure.StartsWith(sentence, StringComparison.Ordinal)));
        Assert.Equal(wanted.Length, refusal.Failures.Count());
    }

    [Fact]
    public async Task A_settings_file_that_is_not_json_is_named_with_its_place_beside_what_else_is_wrong()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ServerSettings.FileName), "{\"Reports\": {\"Workers\": 2},\n  oops}", Cancel);
        var refusal = Assert.Throws<OptionsValidationException>(() => Build(new KeyValuePair<string, string?>("Accounts:RequestBurst", "-1")));
        Assert.Contains("daybook.json, line 2, column 3", refusal.Failures.First(), StringComparison.Ordinal);
        Assert.StartsWith("Accounts:RequestBurst", refusal.Failures.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_settings_file_is_told_at_once_with_its_place_and_what_to_write()
    {
        var text = """
            {
              // Comments, and a comma before a bracket, are fine.
              "Reports": { "Workers": many, "Zone": "Nowhere", },
              "Accounts": { "RequestBurst": -1 }
              "Databse": 'x',
              "reports": {}
            }
            """;
        var file = Path.Combine(_folder.FullName, ServerSettings.FileName);
        await File.WriteAllTextAsync(file, text, Cancel);
        var refusal = Assert.Throws<OptionsValidationException>(() => Build());
        Assert.Equal(
            [
                $"{file}, line 3, column 27: 'many' stands without quotes; write \"many\"",
                $"{file}, line 5, column 3: a comma is missing before '\"'; write one between two entries",
                $"{file}, line 5, column 14: texts stand in straight double quotes, and this one in '; write \"x\"",
                $"{file}, line 6, column 3: 'reports' stands twice; keep one of the two",
            ],
            refusal.Failures.Take(4));
        string[] others = ["Reports:Workers must be a whole number, and is 'many'", "Accounts:RequestBurst must be between 1 and", "Reports:Zone is 'Nowhere'", "there is no setting Databse; did you mean 'Database'?"];
        Assert.All(others, sentence => Assert.Single(refusal.Failures, failure => failure.StartsWith(sentence, StringComparison.Ordinal)));
        Assert.Equal(4 + others.Length, refusal.Failures.Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"Reports:Workers\": 2, \"Reports\": {\"Workers\": 3}}")]
    [InlineData("{\"Reports\": {\"Workers\": 2}, oops: 1, \"Reports:Workers\": 3}")]
    public async Task A_settings_file_that_holds_no_settings_stops_the_start(string text)
    {
        var file = Path.Combine(_folder.FullName, ServerSettings.FileName);
        await File.WriteAllTextAsync(file, text, Cancel);
        Assert.StartsWith(file, Assert.Single(Assert.Throws<OptionsValidationException>(() => Build()).Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mysql://user:hunter2@host/name")]
    [InlineData("postgres://user:hunter2@host/name?nonsense=1")]
    public void A_wrong_database_address_is_refused_without_showing_its_password(string address)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Build(new KeyValuePair<string, string?>("Database", address)));
        Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_may_not_migrate_asks_for_it()
    {
        await using var app = Build(new KeyValuePair<string, string?>("MigrateAtStart", "false"));
        var refusal = await Assert.ThrowsAsync<SchemaException>(() => DaybookServer.StartAsync(app, Cancel));
        Assert.Contains("daybook db migrate", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_starts_again_on_its_own_data()
    {
        for (var i = 0; i < 2; i++)
        {
            await using var app = Build(new KeyValuePair<string, string?>("ADMIN_PASSWORD", TestServer.Password));
            await DaybookServer.StartAsync(app, Cancel);
            await app.StopAsync(Cancel);
        }
    }
}
