using NodaTime;

namespace Daybook.RedTeam;

/// <summary>Tells what a garak log holds, without a report.</summary>
public static class GarakInspection
{
    /// <param name="path">Any file the caller may read; its name in messages is the path as given.</param>
    /// <param name="zone">The zone of the machine that scanned, for times without one.</param>
    /// <exception cref="Composition.DataSourceException">The file is refused as a whole, or cannot be read.</exception>
    public static Task<GarakLog> ReadAsync(string path, DateTimeZone zone, GarakLimits limits, CancellationToken cancellationToken) =>
        new GarakLogReader(GarakFile.AtPath(path), new GarakOptions { Zone = zone, Limits = limits }).ReadAsync(cancellationToken);
}
