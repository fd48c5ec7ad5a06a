using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Daybook.Input;

namespace Daybook.Hosting;

/// <summary>Holds a body that the serializer refused against the type it should have: the serializer tells the first mistake only.</summary>
internal sealed class BodyFormReading
{
    private const string UnknownAdvice = "remove it or correct its name";

    /// <summary>What follows so many is not worth telling, nor the time to find it.</summary>
    private const int MostTold = 50;

    private readonly JsonSerializerOptions _options;
    private readonly List<FieldError> _mistakes = [];

    private BodyFormReading(JsonSerializerOptions options) => _options = options;

    public static BodyForm Of(string text, Type type, JsonSerializerOptions options)
    {
        var reading = new BodyFormReading(options);
        var written = WrittenJson.Read(text, options.MaxDepth);
        reading._mistakes.AddRange(written.Problems.Select(FieldErrors.OfText));
        var fits = written.Value is not null && reading.Fits(written.Value, type, "");
        return new BodyForm([.. reading._mistakes], written.IsWhole && fits && !reading.IsFull ? written.Value : null);
    }

    private bool IsFull => _mistakes.Count >= MostTold;

    /// <returns>False where the value itself cannot stay; what is wrong inside it is taken out of it.</returns>
    private bool Fits(JsonNode? value, Type wanted, string path)
    {
        if (IsFull || !_options.TryGetTypeInfo(Nullable.GetUnderlyingType(wanted) ?? wanted, out var type))
            return true;
        switch (value, type.Kind)
        {
            case (null, _) when !wanted.IsValueType || Nullable.GetUnderlyingType(wanted) is not null:
                return true;
            case (JsonObject fields, JsonTypeInfoKind.Object):
                KeepKnown(fields, type, path);
                return true;
            case (JsonObject entries, JsonTypeInfoKind.Dictionary):
                foreach (var name in entries.Select(entry => entry.Key).ToList())
                    KeepIf(Fits(entries[name], type.ElementType!, Under(path, name)), entries, name);
                return true;
            case (JsonArray items, JsonTypeInfoKind.Enumerable):
                var wrong = items.Select((item, index) => (item, index)).Where(one => !Fits(one.item, type.ElementType!, string.Create(CultureInfo.InvariantCulture, $"{path}[{one.index}]"))).ToList();
                foreach (var (_, index) in wrong.AsEnumerable().Reverse())
                    items.RemoveAt(index);
                return true;
            default:
                return IsOne(value, type, path);
        }
    }

    private void KeepKnown(JsonObject fields, JsonTypeInfo type, string path)
    {
        var known = type.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var name in fields.Select(field => field.Key).ToList())
        {
            if (IsFull)
                return;
            if (known.TryGetValue(name, out var property))
            {
                KeepIf(property.CustomConverter is not null || Fits(fields[name], property.PropertyType, Under(path, name)), fields, name);
            }
            else if ((type.UnmappedMemberHandling ?? _options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow)
            {
                var message = $"is no field of {(path.Length == 0 ? "this request" : path)}, which takes {string.Join(", ", known.Keys)}{FieldReader.Near(name, known.Keys)}";
                _mistakes.Add(new FieldError(Under(path, name), message, "unknown_field") { Advice = UnknownAdvice });
                fields.Remove(name);
            }
        }
    }

    private bool IsOne(JsonNode? value, JsonTypeInfo type, string path)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (JsonException wrong)
        {
            var message = wrong is WrongInstantException ? wrong.Message : Expected(type) is { } expected ? $"must be {expected}" : "has a value of the wrong type";
            _mistakes.Add(new FieldError(path.Length == 0 ? null : path, path.Length == 0 ? $"the body {message}" : message, "wrong_type"));
            return false;
        }
    }

    private static string? Expected(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "a list",
        _ => WrongParameters.Expected(type.Type),
    };

    private static void KeepIf(bool fits, JsonObject fields, string name)
    {
        if (!fits)
            fields.Remove(name);
    }

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
