namespace Daybook.Composition;

internal static class DatasetJson
{
    public static void Write(TemplateJson json, DatasetDefinition dataset)
    {
        json.Text("source", dataset.Source);
        foreach (var (key, value) in dataset.Settings)
            json.Value(key, value.Json);
        json.Text("at", dataset.At?.Path);
        json.Text("where", dataset.Where?.Text);
        json.Texts("order_by", [.. dataset.OrderBy.Select(term => term.Descending ? $"{term.Column} desc" : term.Column)]);
        json.Number("limit", dataset.Limit);
        if (dataset.Select.All(column => column.Name == column.From))
            json.Texts("select", [.. dataset.Select.Select(column => column.Name)]);
        else
            json.Object("select", () => json.Each(dataset.Select, column => json.Text(column.Name, column.From)));
        json.Flag("previous", dataset.Previous, unless: false);
        json.Flag("spread", dataset.Spread, unless: false);
    }
}
