using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Reads strict JSON into located nodes.</summary>
internal static class JsonNodes
{
    /// <exception cref="NodeRefusedException">The text is not JSON.</exception>
    public static TemplateNode Read(string text, LineMap lines, DiagnosticBag diagnostics)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = NodeLimits.Depth });
        var reading = new JsonReading(text, bytes, lines, diagnostics);
        try
        {
            reader.Read();
            var root = reading.ReadNode(ref reader);
            while (reader.Read())
            {
            }

            return root;
        }
        catch (JsonException problem)
        {
            throw JsonAdvice.Explain(problem, bytes, lines);
        }
    }

    private sealed class JsonReading(string text, byte[] bytes, LineMap lines, DiagnosticBag diagnostics)
    {
        private int countedBytes;
        private int countedUnits;

        public TemplateNode ReadNode(ref Utf8JsonReader reader)
        {
            var start = OffsetOf(reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return ReadMapping(ref reader, lines.PlaceOf(start));
                case JsonTokenType.StartArray:
                    return ReadSequence(ref reader, lines.PlaceOf(start));
                case JsonTokenType.String:
                    return new ScalarNode(ScalarKind.Text, ReadText(ref reader, start));
                case JsonTokenType.Number:
                    return Plain(ScalarKind.Number, Encoding.UTF8.GetString(reader.ValueSpan));
                case JsonTokenType.True:
                    return Plain(ScalarKind.Boolean, "true");
                case JsonTokenType.False:
                    return Plain(ScalarKind.Boolean, "false");
                default:
                    return Plain(ScalarKind.Null, "null");
            }

            ScalarNode Plain(ScalarKind kind, string value) => new(kind, TemplateText.At(lines.PlaceOf(start), value));
        }

        private SequenceNode ReadSequence(ref Utf8JsonReader reader, SourceLocation place)
        {
            var items = ImmutableArray.CreateBuilder<TemplateNode>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(ReadNode(ref reader));
            return new SequenceNode(items.ToImmutable(), place);
        }

        private MappingNode ReadMapping(ref Utf8JsonReader reader, SourceLocation place)
        {
            var entries = new MappingEntries(diagnostics);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var start = OffsetOf(reader.TokenStartIndex);
                var key = ReadText(ref reader, start).Text;
                reader.Read();
                entries.Add(key, lines.PlaceOf(start), ReadNode(ref reader));
            }

            return new MappingNode(entries.ToImmutable(), place);
        }

        private TemplateText ReadText(ref Utf8JsonReader reader, int start)
        {
            var length = Encoding.UTF8.GetCharCount(reader.ValueSpan);
            try
            {
                return ScalarText.Locate(text, start + 1, start + 1 + length, reader.GetString()!, ScalarQuoting.Double, lines);
            }
            catch (InvalidOperationException)
            {
                throw new NodeRefusedException(
                    DiagnosticCodes.InvalidJson,
                    lines.PlaceOf(start),
                    @"the text has half of a surrogate pair (\ud800 to \udfff)",
                    "Write both halves, or the character itself.");
            }
        }

        /// <summary>Tokens come in the order of the text, so each byte is counted once.</summary>
        private int OffsetOf(long byteIndex)
        {
            countedUnits += Encoding.UTF8.GetCharCount(bytes.AsSpan(countedBytes, (int)byteIndex - countedBytes));
            countedBytes = (int)byteIndex;
            return countedUnits;
        }
    }
}
