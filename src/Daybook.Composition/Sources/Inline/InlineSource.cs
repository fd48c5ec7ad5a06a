using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Data written into the template: <c>value:</c> (anything) or <c>rows:</c> (a list of objects).</summary>
public sealed class InlineSource : IDataSource
{
    internal const string KindName = "inline";

    public string Kind => KindName;

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query)
    {
        var problems = new List<Diagnostic>();
        var reader = new SettingsReader(query.Settings, problems);
        reader.AllowOnly(["value", "rows"]);
        if (query.Settings.ContainsKey("value") == query.Settings.ContainsKey("rows"))
            reader.Add(SourceCodes.MissingSetting, "an inline dataset has either value: (anything) or rows: (a list of objects)");
        else if (query.Settings.TryGetValue("rows", out var rows) && !IsListOfObjects(rows))
            reader.Add(SourceCodes.BadSetting, "rows must be a list of objects; write other data as value:");
        return problems;
    }

    public Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken)
    {
        if (Check(query) is [var problem, ..])
            throw new DataSourceException(problem.Code, $"Dataset '{query.Dataset}': {problem.Message}.");
        return Task.FromResult<DatasetReader>(
            query.Settings.TryGetValue("rows", out var rows)
                ? new JsonRowsReader([.. rows.EnumerateArray()], [])
                : new JsonValueReader(query.Settings["value"], []));
    }

    private static bool IsListOfObjects(JsonElement rows) =>
        rows.ValueKind == JsonValueKind.Array && rows.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);
}
