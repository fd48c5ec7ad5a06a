using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>Data as values of the template language, as Python would read it from JSON: a number with a point or exponent is a float.</summary>
internal static class TemplateValues
{
    private static readonly object True = true;
    private static readonly object False = false;

    public static object? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Object(value),
        JsonValueKind.Array => new PyList([.. value.EnumerateArray().Select(Of)]) { IsFrozen = true },
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        _ => null,
    };

    public static PyDict Row(ImmutableArray<DataColumn> columns, ReadOnlySpan<object?> row)
    {
        var values = new PyDict { IsFrozen = true };
        for (var i = 0; i < row.Length; i++)
            values[columns[i].Name] = Cell(row[i]);
        return values;
    }

    /// <param name="value">As a <see cref="RowsReader"/> gives it. Dates and instants become their ISO text.</param>
    public static object? Cell(object? value) => value switch
    {
        null or long or double or string => value,
        bool flag => flag ? True : False,
        decimal number => (double)number,
        JsonElement element => Of(element),
        _ => ValueJson.Text(value),
    };

    private static PyDict Object(JsonElement value)
    {
        var entries = new PyDict { IsFrozen = true };
        foreach (var entry in value.EnumerateObject())
            entries[entry.Name] = Of(entry.Value);
        return entries;
    }

    private static object Number(JsonElement value)
    {
        if (value.TryGetInt64(out var number))
            return number;
        var text = value.GetRawText();
        return text.AsSpan().ContainsAny('.', 'e', 'E') ? value.GetDouble() : BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }
}
