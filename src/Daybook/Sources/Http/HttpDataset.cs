using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Sources.Http;

/// <summary>The keys of a dataset of an HTTP source: <c>path</c>, <c>query</c>, and those of files for what comes back.</summary>
internal static class HttpDataset
{
    /// <summary>What the answer is kept under while it is read.</summary>
    public const string FileName = "answer";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\?#\r\n\t");

    private static readonly FileSource Files = new(new FileRoots([]));

    public static IReadOnlyList<Diagnostic> Check(DatasetQuery query)
    {
        var problems = new List<Diagnostic>();
        var reader = new SettingsReader(query.Settings, problems);
        if (reader.Text("path") is { } path && !IsBelow(path))
            reader.Add(SourceCodes.BadSetting, $"path must lie below the address of the source, but is '{path}'");
        _ = Query(reader);
        return [.. problems, .. Files.Check(OfAnswer(query, "json"))];
    }

    /// <summary>The query for the file that holds the answer.</summary>
    /// <param name="format">Wins over none; a dataset that says its format keeps it.</param>
    public static DatasetQuery OfAnswer(DatasetQuery query, string format) => query with
    {
        Settings = (query.Settings.ContainsKey("format") ? query.Settings : query.Settings.SetItem("format", Text(format)))
            .Remove("query").SetItem("path", Text(FileName)),
    };

    /// <exception cref="DataSourceException">The path leads elsewhere.</exception>
    public static Uri AddressOf(Uri source, DatasetQuery query)
    {
        var reader = new SettingsReader(query.Settings, []);
        var path = reader.Text("path") ?? "";
        var start = source.AbsoluteUri.TrimEnd('/');
        var parts = Query(reader).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}").ToList();
        var whole = path.Length == 0 ? source.AbsoluteUri : $"{start}/{path.TrimStart('/')}";
        var address = new UriBuilder(whole) { Query = string.Join('&', parts) }.Uri;
        return IsBelow(path) && address.AbsoluteUri.StartsWith(start, StringComparison.Ordinal) && address.Authority == source.Authority
            ? address
            : throw new DataSourceException(HttpSourceCodes.BadAddress, $"The path '{path}' does not lie below the address of the source; write one without '..', '?' and '#'.");
    }

    private static ImmutableArray<(string Key, string Value)> Query(SettingsReader reader) => [.. reader.TextMap("query")];

    private static bool IsBelow(string path) =>
        !path.StartsWith("//", StringComparison.Ordinal) && !path.AsSpan().ContainsAny(Forbidden) && !path.Contains("://", StringComparison.Ordinal)
        && !Uri.UnescapeDataString(path).Split('/', '\\').Contains("..");

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, SourcesJson.Default.String);
}
