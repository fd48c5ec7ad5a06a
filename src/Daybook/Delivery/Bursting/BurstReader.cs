using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Input;

namespace Daybook.Delivery.Bursting;

/// <summary>Reads a burst that is written in a schedule; what is wrong with its form is noted, all of it.</summary>
internal static class BurstReader
{
    public static BurstDefinition Read(JsonElement burst, string path, FieldProblems problems)
    {
        var fields = new FieldReader(burst, path, problems);
        var read = new BurstDefinition(
            fields.Text("split"),
            Texts(fields, "shared"),
            fields.Has("recipients") ? [.. Objects(fields, "recipients").Select(Recipient)] : null,
            fields.Value("recipients_from") is { } columns ? Columns(columns, fields.PathOf("recipients_from"), problems) : null,
            fields.Text("on_no_rows"),
            fields.Text("send_if"),
            fields.Value("alarm"));
        fields.RefuseOthers();
        return read;
    }

    private static BurstRecipient Recipient(FieldReader fields)
    {
        var read = new BurstRecipient(
            Key(fields),
            fields.Value("distribution"),
            fields.Text("name"),
            Texts(fields, "export_formats"),
            fields.Value("export_options"),
            fields.Text("timezone"),
            fields.Value("parameters"),
            fields.Text("classification"),
            fields.Text("locale"));
        fields.RefuseOthers();
        return read;
    }

    private static string? Key(FieldReader fields)
    {
        if (fields.Value("key") is not { } key)
            return null;
        if (SnapshotSplit.TextOf(key) is { } text)
            return text;
        fields.Problems.Error(fields.PathOf("key"), "a key is a text, a number, true or false", "write the value that the rows have in the split column");
        return null;
    }

    private static RecipientColumns Columns(JsonElement columns, string path, FieldProblems problems)
    {
        var fields = new FieldReader(columns, path, problems);
        var read = new RecipientColumns(
            fields.Text("dataset"), fields.Text("key"), fields.Text("channel"), fields.Text("address"), fields.Text("name"), fields.Text("timezone"), fields.Text("formats"), fields.Text("channel_column"),
            fields.Text("locale"), fields.Text("password"), fields.Text("password_channel"), fields.Text("password_address"));
        fields.RefuseOthers();
        return read;
    }

    private static ImmutableArray<string>? Texts(FieldReader fields, string name) =>
        fields.Has(name) ? [.. fields.List(name).Select(item => fields.Text(item.Value, item.Path)).OfType<string>()] : null;

    private static IEnumerable<FieldReader> Objects(FieldReader fields, string name) => fields.List(name).Select(item => new FieldReader(item.Value, item.Path, fields.Problems));
}
