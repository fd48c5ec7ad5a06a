using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>Tells what garak logs hold, without a report.</summary>
public static class GarakInspection
{
    /// <summary>Reads one log. A file that is refused is an answer too, not an error.</summary>
    /// <param name="path">Any file the caller may read; its name in the answer is the path as given.</param>
    /// <param name="zone">The zone of the machine that scanned, for times without one.</param>
    /// <param name="progress">Gets the number of bytes read, now and then; null where nobody watches.</param>
    public static async Task<InspectedLog> ReadAsync(
        string path, DateTimeZone zone, GarakLimits limits, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            return Refused(path, SourceCodes.NotAFile, $"'{path}' is a folder; name the logs in it.");
        if (!File.Exists(path))
            return Refused(path, SourceCodes.NoSuchFile, $"'{path}' does not exist; check the spelling.");
        try
        {
            var reader = new GarakLogReader(GarakFile.AtPath(path), new GarakOptions { Zone = zone, Limits = limits });
            return new InspectedLog(path, await reader.ReadAsync(progress, cancellationToken).ConfigureAwait(false), null);
        }
        catch (DataSourceException refusal)
        {
            return Refused(path, refusal.Code, refusal.Message);
        }
    }

    /// <summary>A list with one object per file: keys in snake case, instants in UTC, rates and bounds in percent.</summary>
    public static string ToJson(ImmutableArray<InspectedLog> logs) =>
        JsonSerializer.Serialize(logs, InspectionJson.Default.ImmutableArrayInspectedLog);

    private static InspectedLog Refused(string path, string code, string message) => new(path, null, new LogRefused(code, message));
}
