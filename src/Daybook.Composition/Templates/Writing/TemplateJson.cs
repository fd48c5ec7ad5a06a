using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Writes JSON in which absent values leave no key.</summary>
internal sealed class TemplateJson(Utf8JsonWriter writer)
{
    public void Object(Action content)
    {
        writer.WriteStartObject();
        content();
        writer.WriteEndObject();
    }

    public void Object(string key, Action content)
    {
        writer.WritePropertyName(key);
        Object(content);
    }

    public void List<T>(string key, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(key);
        Each(items, write);
        writer.WriteEndArray();
    }

#pragma warning disable CA1822 // Reads as the other members do.
    public void Each<T>(IEnumerable<T> items, Action<T> write)
#pragma warning restore CA1822
    {
        foreach (var item in items)
            write(item);
    }

    public void Item(string text) => writer.WriteStringValue(text);

    public void Text(string key, string? value)
    {
        if (value is not null)
            writer.WriteString(key, value);
    }

    /// <summary>Leaves a value out that is the default.</summary>
    public void Text(string key, string value, string unless) => Text(key, value == unless ? null : value);

    public void Texts(string key, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
            List(key, values, Item);
    }

    public void Flag(string key, bool? value)
    {
        if (value is { } flag)
            writer.WriteBoolean(key, flag);
    }

    public void Flag(string key, bool value, bool unless) => Flag(key, value == unless ? null : value);

    public void Number(string key, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumber(key, number);
    }

    public void Number(string key, decimal value, decimal unless) => Number(key, value == unless ? null : value);

    public void Time(string key, DateTimeOffset? value)
    {
        var zone = value?.Offset == TimeSpan.Zero ? "'Z'" : "K";
        Text(key, value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF" + zone, CultureInfo.InvariantCulture));
    }

    public void Value(string key, JsonElement? value)
    {
        if (value is { } json)
        {
            writer.WritePropertyName(key);
            json.WriteTo(writer);
        }
    }
}
