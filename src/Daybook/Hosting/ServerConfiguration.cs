using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>Where settings come from: the file in the data folder, over it the environment, over both the command line.</summary>
internal static class ServerConfiguration
{
    public static IConfigurationBuilder AddServerSettings(this IConfigurationBuilder configuration, ServerSettings settings, UnreadableSettings unreadable)
    {
        var file = Path.GetFullPath(Path.Combine(settings.DataFolder, ServerSettings.FileName));
        if (IsReadable(file, unreadable))
            configuration.AddJsonFile(file, optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables(ServerSettings.EnvironmentPrefix);
        configuration.AddInMemoryCollection(settings.Settings.GroupBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()));
        if (settings.Urls is { } urls)
            configuration.AddInMemoryCollection([new("Urls", urls)]);
        return configuration;
    }

    private static bool IsReadable(string file, UnreadableSettings unreadable)
    {
        try
        {
            new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).Build();
            return true;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            unreadable.NoteFile(file, wrong.GetBaseException() is JsonException { LineNumber: { } line, BytePositionInLine: var column }
                ? string.Create(CultureInfo.InvariantCulture, $"{file}, line {line + 1}, column {column + 1}: this is not JSON; mend it there, or check the whole file with a JSON editor")
                : $"{file} cannot be read: {wrong.GetBaseException().Message}");
            return false;
        }
    }

    /// <summary>Binds a slice's options to their section; unknown names and values out of range stop the start and are named.</summary>
    public static IServiceCollection AddOptionsOf<TOptions, TCheck>(this IServiceCollection services, string section)
        where TOptions : class
        where TCheck : class, IValidateOptions<TOptions>
    {
        services.AddSingleton(SettingsSection.Of<TOptions>(section)).AddOptions<TOptions>().BindConfiguration(section);
        services.AddSingleton<IValidateOptions<TOptions>>(provider => new KnownSettings<TOptions>(provider.GetRequiredService<IConfiguration>(), section));
        return services.AddSingleton<IValidateOptions<TOptions>, TCheck>();
    }
}
