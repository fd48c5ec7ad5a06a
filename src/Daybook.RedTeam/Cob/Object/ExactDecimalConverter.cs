using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.RedTeam;

/// <summary>Writes a decimal without the zeros that its computation left at the end: <c>12.50</c> as <c>12.5</c>.</summary>
internal sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    /// <summary>Dividing by it removes trailing zeros and changes nothing else.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
}
