using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Data without a template: rows as a table, an object as a table of names and values, anything else as a sentence.</summary>
internal static class ReadableData
{
    /// <summary>Rows of a table that nobody asked to be longer.</summary>
    public const int MaxRows = 200;

    private const int MaxDepth = 3;

    /// <returns>Empty when there is no data.</returns>
    /// <param name="locale">Writes numbers and dates; null writes <c>1,234.5</c> and <c>2026-05-04</c>.</param>
    public static ImmutableArray<DocumentBlock> Of(DataNode data, DocumentLocale? locale) => Of(data, locale, 1);

    private static ImmutableArray<DocumentBlock> Of(DataNode data, DocumentLocale? locale, int depth)
    {
        if (data.AsRows() is { } rows)
            return rows.Rows.IsEmpty || rows.Columns.IsEmpty ? [] : [TableMaker.Make(rows, new TableConfig { Limit = MaxRows }, null, locale)];
        var value = data.AsJson();
        return value.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Object => Object(data, value, locale, depth),
            JsonValueKind.Array => [new ListBlock(false, 1, [.. value.EnumerateArray().Select(item => new ListItem(null, [Text(ReadableText.Of(item, locale))]))])],
            _ => [Text(ReadableText.Of(value, locale))],
        };
    }

    /// <summary>The plain values first, then each list of objects and each object below its own heading.</summary>
    private static ImmutableArray<DocumentBlock> Object(DataNode data, JsonElement value, DocumentLocale? locale, int depth)
    {
        var entries = value.EnumerateObject().ToList();
        var (inner, plain) = (entries.Where(entry => depth < MaxDepth && IsInner(entry.Value)).ToList(), entries.Where(entry => depth >= MaxDepth || !IsInner(entry.Value)).ToList());
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        if (plain.Count > 0)
            blocks.Add(Pairs(plain, locale));
        foreach (var entry in inner)
        {
            blocks.Add(new Heading(depth, [new TextInline(Titles.Of(entry.Name))]));
            blocks.AddRange(Of(data.Child(entry.Name)!, locale, depth + 1));
        }

        return blocks.ToImmutable();
    }

    private static bool IsInner(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Any()
        : value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object;

    private static Table Pairs(List<JsonProperty> entries, DocumentLocale? locale) => new(
        [
            new TableColumn("name", "Name", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true },
            new TableColumn("value", "Value", CellType.Text, ColumnAlignment.Left),
        ],
        [.. entries.Select(entry => new TableRow([CellMaker.Text(Titles.Of(entry.Name)), Value(entry.Value, locale)]))]);

    private static Cell Value(JsonElement value, DocumentLocale? locale) => value.ValueKind == JsonValueKind.Null ? new EmptyCell() : CellMaker.Text(ReadableText.Of(value, locale));

    private static Paragraph Text(string text) => new([new TextInline(text)]);
}
