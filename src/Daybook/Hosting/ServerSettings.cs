using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Daybook.Hosting;

/// <summary>What a start of the server is told on its command line.</summary>
/// <param name="DataFolder">Holds the embedded database, the contents and <c>daybook.json</c>.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons; null takes the configured ones.</param>
/// <param name="Settings">Names such as <c>Reports:Zone</c>, which win over the file and the environment.</param>
internal sealed record ServerSettings(string DataFolder, string? Urls, ImmutableArray<KeyValuePair<string, string?>> Settings, TimeProvider Clock)
{
    public const string DefaultUrls = "http://127.0.0.1:8420";

    /// <summary>In the data folder.</summary>
    public const string FileName = "daybook.json";

    /// <summary>Of environment variables: <c>DAYBOOK_Reports__Zone</c> is <c>Reports:Zone</c>.</summary>
    public const string EnvironmentPrefix = "DAYBOOK_";

    /// <exception cref="FormatException">One of the addresses is none.</exception>
    public static void CheckUrls(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                if (BindingAddress.Parse(url).Scheme is "http" or "https")
                    continue;
            }
            catch (FormatException)
            {
                // Said below.
            }

            throw new FormatException($"Urls: '{url}' is no address to listen on; write it as {DefaultUrls}");
        }
    }
}
