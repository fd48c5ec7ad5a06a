using System.Collections.Immutable;
using System.Globalization;
using Daybook.Reports;
using Spectre.Console;

namespace Daybook.Commands;

/// <summary>Writes artifacts into a folder and lists them.</summary>
internal static class ArtifactFiles
{
    /// <summary>Each file appears whole or not at all: it is written beside its place and then moved.</summary>
    public static void Write(ImmutableArray<Artifact> artifacts, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var artifact in artifacts)
        {
            var path = Path.Combine(folder, artifact.FileName);
            var unfinished = path + ".part";
            File.WriteAllBytes(unfinished, [.. artifact.Content]);
            File.Move(unfinished, path, overwrite: true);
        }
    }

    public static void List(ImmutableArray<Artifact> artifacts, string folder, IAnsiConsole console)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumns("Format", "File");
        table.AddColumn(new TableColumn("Size").RightAligned());
        table.AddColumn(new TableColumn("Time").RightAligned());
        foreach (var artifact in artifacts)
        {
            table.AddRow(
                new Text(artifact.Format),
                new Text(SafeText.Of(Path.Combine(folder, artifact.FileName))),
                new Text(Size(artifact.Content.Length)),
                new Text(artifact.Elapsed.TotalMilliseconds.ToString("0.0 ms", CultureInfo.InvariantCulture)));
        }

        console.Write(table);
    }

    private static string Size(long bytes) => bytes < 100_000
        ? bytes.ToString("N0", CultureInfo.InvariantCulture) + " B"
        : (bytes / 1000.0).ToString("N0", CultureInfo.InvariantCulture) + " kB";
}
