using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Input;
using Daybook.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>Refuses settings outside every section: a database whose name is misspelt would leave the server on an empty one.</summary>
internal sealed class KnownSections(IConfiguration configuration, ServerSettings settings, IEnumerable<SettingsSection> sections) : IValidateOptions<HostingOptions>
{
    private readonly ImmutableSortedSet<string> _known = ImmutableSortedSet.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        [
            "Urls", "Logging", Accounts.FirstAdministrator.PasswordSetting, nameof(StorageOptions.Database), nameof(StorageOptions.MigrateAtStart), ChannelRegistry.Section,
            .. sections.Select(section => section.Name),
        ]);

    public ValidateOptionsResult Validate(string? name, HostingOptions options)
    {
        var providers = ((IConfigurationRoot)configuration).Providers.ToList();
        var files = providers.OfType<JsonConfigurationProvider>().Concat<IConfigurationProvider>(providers.OfType<JsonStreamConfigurationProvider>());
        var given = settings.Settings.Select(setting => setting.Key)
            .Concat(files.SelectMany(file => file.GetChildKeys([], null)))
            .Concat(providers.OfType<EnvironmentVariablesConfigurationProvider>().SelectMany(OfEnvironment));
        var unknown = given.Where(key => !_known.Contains(key.Split(':')[0])).Distinct().Select(key => $"there is no setting {key}{FieldReader.Near(key.Split(':')[0], _known)}").ToList();
        return unknown.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown);
    }

    /// <summary>Other programs and secrets may have variables that begin alike; those that are plainly meant as settings count.</summary>
    private IEnumerable<string> OfEnvironment(IConfigurationProvider environment) =>
        environment.GetChildKeys([], null).Where(key => environment.GetChildKeys([], key).Any() || FieldReader.Near(key, _known).Length > 0);
}
