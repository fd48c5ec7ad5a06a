using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daybook.Benchmarks;

/// <summary>Turns the blocks of a workload into blocks of a template, and their rows into datasets.</summary>
internal static class PdfWorkBlocks
{
    public static JsonObject Of(JsonElement block, int order, JsonObject data)
    {
        var id = block.GetProperty("id").GetString()!;
        var made = new JsonObject { ["id"] = id, ["order"] = order, ["title"] = block.GetProperty("title").GetString() };
        switch (block.GetProperty("type").GetString())
        {
            case "text":
                made["type"] = "data_block";
                made["template"] = block.GetProperty("template").GetString();
                break;
            case "analysis":
                made["type"] = "data_block";
                made["template"] = "*Analysis by " + block.GetProperty("model").GetString() + "*\n\n" + block.GetProperty("text").GetString();
                break;
            case "table":
                made["type"] = "data_block";
                made["data_sources"] = new JsonArray("rows_" + id);
                made["config"] = new JsonObject { ["table"] = new JsonObject { ["data"] = "rows_" + id, ["columns"] = Columns(block) } };
                data["rows_" + id] = Rows(block);
                break;
            case "chart":
                made["type"] = "visualization_block";
                made["data_sources"] = new JsonArray("chart_" + id);
                made["config"] = new JsonObject
                {
                    ["chart_type"] = block.GetProperty("chart").GetString(),
                    ["data_source"] = "chart_" + id,
                    ["options"] = new JsonObject { ["x_title"] = block.GetProperty("x_title").GetString(), ["y_title"] = block.GetProperty("y_title").GetString() },
                };
                data["chart_" + id] = Chart(block);
                break;
            case var other:
                throw new InvalidOperationException($"There is no block type '{other}' in the workload's contract.");
        }

        return made;
    }

    private static JsonArray Columns(JsonElement block) =>
    [
        .. block.GetProperty("columns").EnumerateArray().Select((column, i) => new JsonObject
        {
            ["key"] = Key(i),
            ["title"] = column.GetProperty("title").GetString(),
            ["align"] = column.GetProperty("align").GetString(),
            ["type"] = (column.GetProperty("title").GetString(), column.GetProperty("format").GetString()) switch
            {
                ("Severity", _) => "severity",
                (_, "number0") => "integer",
                (_, "number2") => "decimal",
                _ => "text",
            },
            ["decimals"] = column.GetProperty("format").GetString() == "number2" ? 2 : null,
        }),
    ];

    private static JsonArray Rows(JsonElement block) =>
    [
        .. block.GetProperty("rows").EnumerateArray().Select(row =>
            new JsonObject(row.EnumerateArray().Select((cell, i) => KeyValuePair.Create(Key(i), JsonNode.Parse(cell.GetRawText()))))),
    ];

    private static JsonObject Chart(JsonElement block) => block.TryGetProperty("x", out var x)
        ? new JsonObject { ["x"] = Node(x), ["y"] = Node(block.GetProperty("y")), ["values"] = Node(block.GetProperty("values")) }
        : new JsonObject
        {
            ["labels"] = Node(block.GetProperty("labels")),
            ["datasets"] = new JsonArray([.. block.GetProperty("series").EnumerateArray().Select(series =>
                new JsonObject { ["label"] = series.GetProperty("name").GetString(), ["data"] = Node(series.GetProperty("values")) })]),
        };

    private static string Key(int column) => "c" + column.ToString(CultureInfo.InvariantCulture);

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
