using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Daybook.Composition;

internal static class JsonScalar
{
    private const int FloatDigits = 16;

    /// <summary>
    /// Integer up to 64 bits; decimal where every digit fits; float where JSON writes an exponent or more digits, or just the digits a
    /// program prints of a binary float, such as 149.72500000000002. Larger integers stay as written.
    /// </summary>
    public static DataType NumberType(JsonElement number)
    {
        var text = JsonMarshal.GetRawUtf8Value(number);
        if (text.ContainsAny("eE"u8))
            return DataType.Float;
        if (!text.Contains((byte)'.'))
            return !text.SequenceEqual("-0"u8) && number.TryGetInt64(out _) ? DataType.Integer : DataType.Nested;
        var digits = text.Length - (text[0] == '-' ? 2 : 1);
        return digits > 28 || (digits >= FloatDigits && number.GetDouble().ToString("R", CultureInfo.InvariantCulture) == number.GetRawText()) ? DataType.Float : DataType.Decimal;
    }

    /// <param name="type">A type that holds the value, as <see cref="JsonColumns"/> finds it.</param>
    public static object Read(JsonElement value, DataType type) => type switch
    {
        DataType.Text or DataType.Date or DataType.Instant => value.GetString()!,
        DataType.Integer => value.GetInt64(),
        DataType.Decimal => decimal.Parse(JsonMarshal.GetRawUtf8Value(value), NumberStyles.Float, CultureInfo.InvariantCulture),
        DataType.Float => value.GetDouble(),
        DataType.Boolean => value.GetBoolean(),
        DataType.Nested => value.Clone(),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
