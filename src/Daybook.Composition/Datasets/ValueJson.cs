using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>One value of a row as JSON.</summary>
internal static class ValueJson
{
    public const string DateFormat = "yyyy-MM-dd";

    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case double number when double.IsFinite(number):
                writer.WriteRawValue(FloatText(number));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            default:
                writer.WriteStringValue(Text(value));
                break;
        }
    }

    /// <summary>The text of a value that JSON has no form of its own for: dates and instants as ISO 8601.</summary>
    public static string Text(object value) => value switch
    {
        string text => text,
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString(InstantFormat, CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType().Name} is not a value of a row", nameof(value)),
    };

    /// <summary>Shortest text that reads back to the same number, recognisable as a float.</summary>
    private static string FloatText(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
