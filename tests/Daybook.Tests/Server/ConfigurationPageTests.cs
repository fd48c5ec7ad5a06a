using Daybook.Accounts;
using Daybook.Accounts.Oidc;
using Daybook.Analysis;
using Daybook.Archive;
using Daybook.Delivery;
using Daybook.Delivery.Bounces;
using Daybook.Hosting;
using Daybook.Outgoing;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Sources;
using Daybook.Storage;
using Daybook.Webhooks;
using Daybook.Telemetry;

namespace Daybook.Tests.Server;

public sealed class ConfigurationPageTests
{
    public static TheoryData<string, Type> Sections => new()
    {
        { "", typeof(StorageOptions) }, { "Hosting:", typeof(HostingOptions) }, { "Accounts:", typeof(AccountsOptions) }, { "Oidc:", typeof(OidcOptions) }, { "Telemetry:", typeof(TelemetryOptions) },
        { "Outgoing:", typeof(OutgoingOptions) }, { "Webhooks:", typeof(WebhooksOptions) }, { "Sources:", typeof(SourcesOptions) }, { "Reports:", typeof(ReportsOptions) }, { "Schedules:", typeof(SchedulesOptions) }, { "Delivery:", typeof(DeliveryOptions) },
        { "Retention:", typeof(RetentionOptions) }, { "Bounces:", typeof(BouncesOptions) },
        { "Ai:", typeof(AiOptions) }, { "Ai:Providers:", typeof(AiProvidersOptions) }, { "Ai:Providers:OpenAi:", typeof(OpenAiOptions) }, { "Ai:Providers:Anthropic:", typeof(AnthropicOptions) },
        { "Ai:Providers:Ollama:", typeof(OllamaOptions) }, { "Ai:Providers:Gsai:NAME:", typeof(GsaiOptions) }, { "Ai:Providers:Rest:", typeof(RestOptions) },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_page_has_every_setting_and_no_other(string section, Type options)
    {
        // Sections inside this one have rows and a case of their own.
        var inner = Sections.Select(row => row.Data.Item1).Where(other => section.Length > 0 && other.Length > section.Length && other.StartsWith(section, StringComparison.Ordinal)).ToList();
        var rows = Repository.Read("docs/configuration.md").Split('\n').Where(line => line.StartsWith("| `" + section, StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();
        rows.RemoveAll(row => inner.Exists(other => row.StartsWith(other, StringComparison.Ordinal)));
        var settings = options.GetProperties().Select(property => section + property.Name).Where(setting => !inner.Exists(other => other.StartsWith(setting + ":", StringComparison.Ordinal))).ToList();
        Assert.Empty(settings.Except(rows));
        if (section.Length > 0)
            Assert.Empty(rows.Except(settings));
    }
}
