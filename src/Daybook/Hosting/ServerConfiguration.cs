using System.Text;
using System.Text.Json.Nodes;
using Daybook.Input;
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
        if (IsReadable(file, unreadable, out var rest))
            configuration.AddJsonFile(file, optional: true, reloadOnChange: false);
        else if (rest is not null)
            configuration.AddJsonStream(rest);
        configuration.AddEnvironmentVariables(ServerSettings.EnvironmentPrefix);
        configuration.AddInMemoryCollection(settings.Settings.GroupBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()));
        if (settings.Urls is { } urls)
            configuration.AddInMemoryCollection([new("Urls", urls)]);
        return configuration;
    }

    /// <param name="rest">What of a file that cannot be read is beyond doubt, so that its values are looked at, too; null where nothing is.</param>
    private static bool IsReadable(string file, UnreadableSettings unreadable, out Stream? rest)
    {
        rest = null;
        try
        {
            new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).Build();
            return true;
        }
        catch (InvalidDataException) when (WrittenJson.OfSettings(File.ReadAllText(file)) is { Problems.IsEmpty: false } written)
        {
            unreadable.NoteFile(file, [.. written.Problems.Select(problem => $"{file}, {problem.Place}: {problem.Message}{(problem.Advice is { } advice ? $"; {advice}" : "")}")]);
            rest = written is { IsWhole: true, Value: JsonObject settings } ? Rest(settings) : null;
            return false;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            unreadable.NoteFile(file, [$"{file} cannot be read: {wrong.GetBaseException().Message}"]);
            return false;
        }
    }

    private static MemoryStream? Rest(JsonObject settings)
    {
        var text = Encoding.UTF8.GetBytes(settings.ToJsonString());
        try
        {
            new ConfigurationBuilder().AddJsonStream(new MemoryStream(text)).Build();
            return new MemoryStream(text);
        }
        catch (FormatException)
        {
            // Once the mistakes that are told are mended, this is told.
            return null;
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
