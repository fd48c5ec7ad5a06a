using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Delivery.Passwords;

namespace Daybook.Delivery.Bursting;

/// <summary>Who gets a part of a burst.</summary>
internal static class BurstRecipients
{
    /// <exception cref="CompositionException">They stand in a dataset that could not be had, lacks a column or is empty.</exception>
    public static ImmutableArray<BurstRecipient> Of(BurstDefinition definition, Snapshot whole)
    {
        if (definition.RecipientsFrom is not { } columns)
            return definition.Recipients ?? [];
        var rows = whole.Datasets.TryGetValue(columns.Dataset!, out var dataset) ? dataset.Content : null;
        var recipients = rows switch
        {
            DatasetRows table => Rows(columns, table),
            DatasetValue { Value: { ValueKind: JsonValueKind.Array } list } when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object) =>
                [.. list.EnumerateArray().Select(item => Recipient(columns, name => item.TryGetProperty(name, out var value) ? SnapshotSplit.TextOf(value) : null))],
            DatasetFailure failure => throw new CompositionException(BurstCodes.NoRecipients, $"The recipients could not be read: {failure.Message}"),
            _ => throw new CompositionException(BurstCodes.NoRecipients, $"The dataset '{columns.Dataset}' is no list of recipients, one a row."),
        };
        if (recipients.IsEmpty)
            throw new CompositionException(BurstCodes.NoRecipients, $"The dataset '{columns.Dataset}' names no recipient, so nothing would be sent.");
        return recipients;
    }

    private static ImmutableArray<BurstRecipient> Rows(RecipientColumns columns, DatasetRows table)
    {
        var places = table.Columns.Select((column, index) => (column.Name, index)).ToDictionary(column => column.Name, column => column.index);
        foreach (var name in columns.Columns)
        {
            if (!places.ContainsKey(name) && !table.Rows.IsEmpty)
                throw new CompositionException(BurstCodes.NoRecipients, $"The dataset '{columns.Dataset}' has no column '{name}'; its columns are {string.Join(", ", places.Keys)}.");
        }

        return [.. table.Rows.Select(row => Recipient(columns, name => SnapshotSplit.TextOf(row[places[name]])))];
    }

    private static BurstRecipient Recipient(RecipientColumns columns, Func<string, string?> value)
    {
        var channel = columns.ChannelColumn is { } column && value(column) is { Length: > 0 } own ? own : columns.Channel ?? "";
        var addresses = new JsonArray(value(columns.Address!) ?? "");
        JsonNode target = columns.IsProtected ? Protected(columns, addresses, value) : addresses;
        var distribution = new JsonObject { [channel] = target };
        return new BurstRecipient(
            value(columns.Key!),
            JsonElement.Parse(distribution.ToJsonString()),
            columns.Name is { } name ? value(name) : null,
            columns.Formats is { } formats && value(formats) is { Length: > 0 } words ? [.. words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : null,
            Timezone: columns.Timezone is { } zone && value(zone) is { Length: > 0 } named ? named : null,
            Locale: columns.Locale is { } locale && value(locale) is { Length: > 0 } tag ? tag : null);
    }

    private static JsonObject Protected(RecipientColumns columns, JsonArray addresses, Func<string, string?> value)
    {
        var password = columns.Password is { } column ? PasswordOf(value(column)) : FilePassword.Generated;
        var target = new JsonObject { ["recipients"] = addresses, ["password"] = password };
        if (password == FilePassword.Generated && columns.PasswordChannel is { } channel)
            target["password_to"] = columns.PasswordAddress is { } address ? new JsonObject { [channel] = new JsonArray(value(address) ?? "") } : channel;
        return target;
    }

    /// <summary>What can be no name is left out: it may be a password that stands there by mistake, and would be kept.</summary>
    private static string PasswordOf(string? name)
    {
        if (name == FilePassword.Generated)
            return name;
        name = name?.StartsWith(FilePassword.StoredPrefix, StringComparison.Ordinal) is true ? name[FilePassword.StoredPrefix.Length..] : name;
        return FilePassword.StoredPrefix + (FilePassword.IsName(name ?? "") ? name : "");
    }
}
