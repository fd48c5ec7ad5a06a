using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Composition;

namespace Daybook.Delivery.Bursting;

/// <summary>Reads a value of the split column: a number or a truth value stands for its text, as in the data.</summary>
internal sealed class SplitValueConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SnapshotSplit.TextOf(JsonElement.ParseValue(ref reader)) ?? throw new JsonException("a key is a text, a number, true or false");

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
