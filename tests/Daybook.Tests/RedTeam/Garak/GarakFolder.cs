using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Daybook.Composition;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Garak;

/// <summary>A folder of logs and datasets on them, for a report of Monday 4 May 2026 in UTC with the seven days before it.</summary>
internal sealed class GarakFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-garak-");

    public GarakSource Source => new(new FileRoots([_folder.FullName]), GarakLimits.Default);

    public static ReportPeriod Period { get; } = new(
        new DateOnly(2026, 5, 4), Day(4), Day(5), "Etc/UTC", [.. Enumerable.Range(1, 7).Select(back => new EarlierPeriod(new DateOnly(2026, 5, 4).AddDays(-back), Day(4).AddDays(-back), Day(5).AddDays(-back)))]);

    public void Write(string name, params string[] lines) => File.WriteAllText(Path.Combine(_folder.FullName, name), string.Join('\n', lines) + "\n");

    /// <summary>A complete run of one attempt on a day of May 2026.</summary>
    /// <param name="scores">JSON of the list of scores.</param>
    public void WriteRun(string id, int day, string scores, string target = "shop", string probe = "demo.Echo") => Write(
        $"{id}.report.jsonl",
        [.. GarakCase.Run(GarakCase.Attempt($"u-{id}", 2, scores, probe)).Select(line => line
            .Replace("\"r1\"", $"\"{id}\"", StringComparison.Ordinal)
            .Replace("\"shop\"", target == "" ? "null" : $"\"{target}\"", StringComparison.Ordinal)
            .Replace("2026-05-04", string.Create(CultureInfo.InvariantCulture, $"2026-05-{day:00}"), StringComparison.Ordinal))]);

    /// <param name="settings">The keys of the dataset as JSON, without <c>path</c>.</param>
    public static DatasetQuery Query(string settings, string path = "*.jsonl")
    {
        var keys = JsonDocument.Parse(settings).RootElement.EnumerateObject().ToImmutableDictionary(key => key.Name, key => key.Value);
        return new DatasetQuery("logs", keys.SetItem("path", JsonSerializer.SerializeToElement(path)), Period);
    }

    /// <summary>The rows of a view, each by the names of its columns, and the notes.</summary>
    public async Task<(List<Dictionary<string, object?>> Rows, IReadOnlyList<DataNote> Notes)> ReadAsync(string settings)
    {
        await using var reader = Assert.IsAssignableFrom<RowsReader>(await Source.OpenAsync(Query(settings), CancellationToken.None));
        var rows = new List<Dictionary<string, object?>>();
        await foreach (var row in reader.ReadAsync(CancellationToken.None))
            rows.Add(reader.Columns.Zip(row).ToDictionary(pair => pair.First.Name, pair => pair.Second));
        return (rows, reader.Notes);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static DateTimeOffset Day(int day) => new(2026, 5, day, 0, 0, 0, TimeSpan.Zero);
}
