using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

internal static class JsonScalar
{
    /// <summary>Integer up to 64 bits, decimal where every digit fits, float where JSON writes an exponent or more digits; larger integers stay as written.</summary>
    public static DataType NumberType(JsonElement number)
    {
        var text = number.GetRawText();
        if (text.AsSpan().ContainsAny("eE"))
            return DataType.Float;
        if (!text.Contains('.', StringComparison.Ordinal))
            return text != "-0" && number.TryGetInt64(out _) ? DataType.Integer : DataType.Nested;
        return text.Count(char.IsAsciiDigit) <= 28 ? DataType.Decimal : DataType.Float;
    }

    /// <param name="type">A type that holds the value, as <see cref="JsonColumns"/> finds it.</param>
    public static object Read(JsonElement value, DataType type) => type switch
    {
        DataType.Text or DataType.Date or DataType.Instant => value.GetString()!,
        DataType.Integer => value.GetInt64(),
        DataType.Decimal => decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture),
        DataType.Float => value.GetDouble(),
        DataType.Boolean => value.GetBoolean(),
        DataType.Nested => value.Clone(),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
