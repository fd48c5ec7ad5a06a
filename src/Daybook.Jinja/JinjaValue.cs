using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Jinja.Python;

namespace Daybook.Jinja;

/// <summary>The one way by which .NET data becomes template values. Nothing else of a .NET object is ever reachable from a template.</summary>
/// <remarks>
/// Taken are: null, bool, integers of any size, floating-point and decimal numbers, text, dates and times, JSON, dictionaries with text keys, sequences, and
/// what is a template value already. Anything else is refused.
/// </remarks>
public static class JinjaValue
{
    private const int MaxDepth = 200;

    /// <summary>A template value that belongs to one rendering: lists and dicts may be changed by the template.</summary>
    /// <exception cref="ArgumentException">The data holds something that is not data, or is nested too deeply.</exception>
    public static object? From(object? data) => Convert(data, isFrozen: false, depth: 0);

    /// <summary>A template value that many renderings may share: templates cannot change its lists and dicts.</summary>
    /// <exception cref="ArgumentException">The data holds something that is not data, or is nested too deeply.</exception>
    public static object? Frozen(object? data) => Convert(data, isFrozen: true, depth: 0);

    /// <summary>A context that many renderings may share.</summary>
    /// <exception cref="ArgumentException">The data holds something that is not data, or is nested too deeply.</exception>
    public static PyDict FrozenContext(IReadOnlyDictionary<string, object?> data) => (PyDict)Convert(data, isFrozen: true, depth: 0)!;

    private static object? Convert(object? data, bool isFrozen, int depth)
    {
        if (depth > MaxDepth)
            throw new ArgumentException($"the data is nested more than {MaxDepth} deep, or contains itself", nameof(data));
        return data switch
        {
            null => null,
            bool flag => PyBox.Of(flag),
            string or double or Markup or BigInteger => Normal(data),
            long number => PyBox.Of(number),
            int or short or sbyte or byte or ushort or uint => PyBox.Of(System.Convert.ToInt64(data, CultureInfo.InvariantCulture)),
            ulong number => PyBox.Of((BigInteger)number),
            float number => (double)number,
            decimal number => (double)number,
            DateOnly or DateTime or DateTimeOffset => DateValue.Of(data),
            JsonElement json => FromJson(json, isFrozen, depth),
            JsonNode json => FromJson(json.Deserialize<JsonElement>(), isFrozen, depth),
            PyDict dict => FromEntries(dict.Keys.Zip(dict.Values), isFrozen, depth),
            PyTuple tuple => new PyTuple([.. tuple.Items.Select(item => Convert(item, isFrozen, depth + 1))]),
            PyList list => FromItems(list.Items, isFrozen, depth),
            PyObject => data,
            IReadOnlyDictionary<string, object?> dictionary => FromEntries(dictionary.Select(entry => ((object?)entry.Key, entry.Value)), isFrozen, depth),
            IDictionary dictionary => FromEntries(Entries(dictionary), isFrozen, depth),
            IEnumerable items => FromItems(items, isFrozen, depth),
            _ => throw new ArgumentException($"a {data.GetType()} is not data that a template may see", nameof(data)),
        };
    }

    private static object Normal(object data) => data is BigInteger number ? PyBox.Of(number) : data;

    private static PyList FromItems(IEnumerable items, bool isFrozen, int depth)
    {
        var values = new List<object?>();
        foreach (var item in items)
            values.Add(Convert(item, isFrozen, depth + 1));
        return new PyList(values) { IsFrozen = isFrozen };
    }

    private static IEnumerable<(object? Key, object? Value)> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return (entry.Key, entry.Value);
    }

    private static PyDict FromEntries(IEnumerable<(object? Key, object? Value)> entries, bool isFrozen, int depth)
    {
        var dict = new PyDict { IsFrozen = isFrozen };
        foreach (var (key, value) in entries)
            dict[Convert(key, isFrozen, depth + 1)] = Convert(value, isFrozen, depth + 1);
        return dict;
    }

    private static object? FromJson(JsonElement json, bool isFrozen, int depth) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => PyBox.True,
        JsonValueKind.False => PyBox.False,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => FromNumber(json),
        JsonValueKind.Array => FromItems(json.EnumerateArray().Select(object? (item) => item), isFrozen, depth),
        JsonValueKind.Object => FromEntries(json.EnumerateObject().Select(member => ((object?)member.Name, (object?)member.Value)), isFrozen, depth),
        _ => throw new ArgumentException($"unknown JSON kind {json.ValueKind}", nameof(json)),
    };

    /// <summary>As Python reads JSON: an integer of any size unless there is a fraction or an exponent.</summary>
    private static object FromNumber(JsonElement json)
    {
        if (json.TryGetInt64(out var number))
            return PyBox.Of(number);
        var text = json.GetRawText();
        return text.AsSpan().ContainsAny(".eE") ? json.GetDouble() : BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }
}
