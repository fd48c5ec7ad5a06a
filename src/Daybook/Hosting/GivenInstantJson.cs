using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daybook.Hosting;

/// <summary>Instants in bodies.</summary>
internal sealed class GivenInstantJson : JsonConverter<GivenInstant>
{
    public override GivenInstant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && GivenInstant.TryParse(reader.GetString(), null, out var given) ? given : throw new WrongInstantException();

    public override void Write(Utf8JsonWriter writer, GivenInstant value, JsonSerializerOptions options) => writer.WriteStringValue(value.At);
}
