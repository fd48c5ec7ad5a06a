using Daybook.Accounts;
using Daybook.Analysis;
using Daybook.Archive;
using Daybook.Audit;
using Daybook.Calendars;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Outgoing;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Api;
using Daybook.Schedules.TimeZones;
using Daybook.Sources;
using Daybook.Storage;
using Daybook.Telemetry;
using Daybook.Templates;
using Daybook.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>The server, put together: every slice is named here, in the order of the road.</summary>
internal static class DaybookServer
{
    public const string ApiPath = "/api/v1/cob";

    /// <exception cref="OptionsValidationException">Settings cannot be read; the messages name them, and whatever else is wrong.</exception>
    public static WebApplication Build(ServerSettings settings)
    {
        PrivateFolder.Create(settings.DataFolder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "daybook", ContentRootPath = Path.GetFullPath(settings.DataFolder) });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([new("Urls", ServerSettings.DefaultUrls)]);
        var unreadable = new UnreadableSettings(builder.Configuration);
        builder.Configuration.AddServerSettings(settings, unreadable);
        LookAt(unreadable, builder.Configuration, settings.DataFolder);
        AddLogs(builder.Logging, builder.Configuration);
        AddServer(builder, settings);
        builder.Services
            .AddOutgoing().AddSources().AddAnalysis().AddTemplates()
            .AddReports().AddArchive()
            .AddCalendars().AddSchedules().AddScheduleApi()
            .AddDelivery().AddBursting().AddWebhooks()
            .AddAccounts(builder.Configuration).AddAudit()
            .AddTelemetry(builder.Configuration).AddApiDescription();

        foreach (var section in builder.Services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().ToList())
            unreadable.Look(builder.Configuration.GetSection(section.Name), section.Options);
        if (unreadable.HasAny)
            RefuseSettings(builder.Services, unreadable);
        try
        {
            var app = builder.Build();
            Use(app);
            Map(app);
            return app;
        }
        catch (OptionsValidationException)
        {
            RefuseSettings(builder.Services, unreadable);
            throw;
        }
    }

    /// <summary>Brings the database up to date, makes what an empty server needs, and begins to listen.</summary>
    /// <exception cref="SchemaException">The database cannot be used.</exception>
    /// <exception cref="OptionsValidationException">Settings are unknown or out of range; each message names one.</exception>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        new UnreadableSettings(app.Configuration).ThrowIfAny(Mistakes(app.Services));
        await PrepareSchemaAsync(app.Services, cancellationToken).ConfigureAwait(false);
        await app.Services.GetRequiredService<ServerProtection>().LoadAsync(cancellationToken).ConfigureAwait(false);
        var setup = await app.Services.GetRequiredService<FirstAdministrator>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        await app.Services.GetRequiredService<BuiltInTemplateLoader>().LoadAsync(cancellationToken).ConfigureAwait(false);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Daybook");
        foreach (var address in app.Urls)
            ServerLog.Listening(log, ProgramVersion.Text, address, app.Services.GetRequiredService<Database>().Place, TimeZoneData.InUse.Version);
        if (setup is not null)
            ServerLog.SetupLink(log, $"{app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.AddressFor(app.Urls.First())}{SetupPage.Path}?token={setup}");
    }

    /// <summary>What cannot even be read, of the settings that are read before the options of the slices.</summary>
    private static void LookAt(UnreadableSettings unreadable, ConfigurationManager configuration, string dataFolder)
    {
        unreadable.Try("Hosting:TimeZoneFile", file => UseTimeZones(file, dataFolder));
        unreadable.Try(nameof(StorageOptions.Database), DatabaseAddress.Check);
        unreadable.Try("Urls", ServerSettings.CheckUrls);
        unreadable.Look(configuration.GetSection(nameof(StorageOptions.MigrateAtStart)), typeof(bool));
        unreadable.Look(configuration.GetSection("Logging:LogLevel"), typeof(Dictionary<string, LogLevel>));
        unreadable.Look(configuration.GetSection(TelemetrySetup.Section), typeof(TelemetryOptions));
    }

    private static void RefuseSettings(IServiceCollection services, UnreadableSettings unreadable)
    {
        var provider = services.BuildServiceProvider();
        try
        {
            unreadable.ThrowIfAny(Mistakes(provider));
        }
        finally
        {
            // Some of what was made can only be ended so, and nothing of it has begun to work.
            provider.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static IEnumerable<string> Mistakes(IServiceProvider services) => services.GetServices<SettingsSection>().SelectMany(section => section.Check(services));

    private static async Task PrepareSchemaAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var migrator = services.GetRequiredService<Migrator>();
        if (services.GetRequiredService<IOptions<StorageOptions>>().Value.MigrateAtStart)
            await migrator.MigrateAsync(cancellationToken).ConfigureAwait(false);
        await migrator.RequireCurrentAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="FormatException">The file is missing, or is not time-zone data.</exception>
    private static void UseTimeZones(string? file, string dataFolder)
    {
        if (string.IsNullOrEmpty(file))
            return;
        try
        {
            TimeZoneData.Load(Path.GetFullPath(file, Path.GetFullPath(dataFolder))).Use();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FormatException($"Hosting:TimeZoneFile: {wrong.Message}", wrong);
        }
    }

    private static void AddLogs(ILoggingBuilder logging, ConfigurationManager configuration)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Daybook", LogLevel.Information).AddFilter(typeof(CallerAuthentication).FullName, LogLevel.Warning);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServer(WebApplicationBuilder builder, ServerSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton(settings.Clock).AddSingleton(_ => TimeZoneData.InUse).AddSingleton(_ => new WorkerPulses(TimeSpan.FromMinutes(1)));
        services.AddSingleton(provider => new WorkLoop(provider.GetRequiredService<WorkerPulses>(), TimeProvider.System, provider.GetRequiredService<ILogger<WorkLoop>>()));
        services.AddOptionsOf<HostingOptions, HostingOptionsCheck>("Hosting").AddSingleton<IValidateOptions<HostingOptions>, NetworkCheck>().AddSingleton<IValidateOptions<HostingOptions>, KnownSections>();
        services.AddStorage(builder.Configuration, settings.DataFolder);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOptions<HostOptions>().Configure<IOptions<HostingOptions>>((host, hosting) => host.ShutdownTimeout = TimeSpan.FromSeconds(hosting.Value.ShutdownSeconds));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HostingOptions>>(Forwarded);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            var hosting = kestrel.ApplicationServices.GetRequiredService<IOptions<HostingOptions>>().Value;
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = hosting.MaxRequestBytes;
            if (hosting.CertificateFile.Length == 0)
                return;
            var certificate = ServerCertificate.Read(hosting.CertificateFile, hosting.CertificateKeyFile);
            kestrel.ConfigureHttpsDefaults(https => (https.ServerCertificate, https.ServerCertificateChain) = (certificate.Own, certificate.Chain));
        });
    }

    private static void Forwarded(ForwardedHeadersOptions forwarded, IOptions<HostingOptions> hosting)
    {
        forwarded.ForwardedHeaders = hosting.Value.TrustedProxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in hosting.Value.TrustedProxies)
        {
            if (TrustedProxy.TryParse(proxy, out var network))
                forwarded.KnownIPNetworks.Add(network);
        }
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use((context, next) =>
        {
            SecurityHeaders.Set(context);
            return next(context);
        });
        app.UseMiddleware<ProblemWriting>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<RequestBudget>();
        app.UseAuthorization();
        app.UseMiddleware<RequestRules>();
        app.UseMiddleware<BodyRules>();
    }

    private static void Map(WebApplication app)
    {
        app.MapHealth();
        app.MapTelemetry();
        app.MapApiDescription();
        app.MapSignInRoot();
        app.MapUnsubscribe();
        // What says nothing about its callers is closed to everybody who is not signed in.
        var api = app.MapGroup(ApiPath).RequireAuthorization();
        api.MapSources().MapTemplates().MapReports().MapDelivery().MapBursting().MapArchive().MapCalendars().MapSchedules().MapWebhooks().MapAccounts().MapAudit();
        MakeOnce(app);
    }

    /// <summary>The framework would compile every endpoint anew for each of its parts that reads the list.</summary>
    private static void MakeOnce(IEndpointRouteBuilder routes)
    {
        var made = new DefaultEndpointDataSource([.. routes.DataSources.SelectMany(source => source.Endpoints)]);
        routes.DataSources.Clear();
        routes.DataSources.Add(made);
    }
}
