using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>Where settings come from: the file in the data folder, over it the environment, over both the command line.</summary>
internal static class ServerConfiguration
{
    public static IConfigurationBuilder AddServerSettings(this IConfigurationBuilder configuration, ServerSettings settings)
    {
        configuration.AddJsonFile(Path.GetFullPath(Path.Combine(settings.DataFolder, ServerSettings.FileName)), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables(ServerSettings.EnvironmentPrefix);
        configuration.AddInMemoryCollection(settings.Settings.GroupBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()));
        if (settings.Urls is { } urls)
            configuration.AddInMemoryCollection([new("Urls", urls)]);
        return configuration;
    }

    /// <summary>Binds a slice's options to their section; unknown names and values out of range stop the start and are named.</summary>
    public static IServiceCollection AddOptionsOf<TOptions, TCheck>(this IServiceCollection services, string section)
        where TOptions : class
        where TCheck : class, IValidateOptions<TOptions>
    {
        services.AddSingleton(new SettingsSection(section)).AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(provider => new KnownSettings<TOptions>(provider.GetRequiredService<IConfiguration>(), section));
        return services.AddSingleton<IValidateOptions<TOptions>, TCheck>();
    }
}
