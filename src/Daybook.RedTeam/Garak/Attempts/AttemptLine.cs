using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>The fields of an attempt record that counting needs; texts stay in the line until asked for. Reused for every line.</summary>
internal sealed class AttemptLine(NamePool probes, NamePool detectors)
{
    private readonly List<FieldSlot> _outputs = [];
    private readonly List<DetectorScores> _results = [];
    private int _resultCount;

    public PluginName Probe { get; private set; } = probes.Get("");

    /// <summary>Null without a uuid.</summary>
    public UInt128? Id { get; private set; }

    /// <summary>-1 where there is none.</summary>
    public long Seq { get; private set; }

    /// <summary>0 never sent, 1 answered, 2 scored.</summary>
    public int Status { get; private set; }

    /// <summary>The record has no usable status and was judged by its other fields.</summary>
    public bool IsNonstandard { get; private set; }

    /// <summary>Where the outputs stand in the line; an answer that was not given is a null.</summary>
    public IReadOnlyList<FieldSlot> Outputs => _outputs;

    /// <summary>Outputs that hold an answer.</summary>
    public int AnswerCount { get; private set; }

    public ReadOnlySpan<DetectorScores> Results => CollectionsMarshal.AsSpan(_results)[.._resultCount];

    public void Read(LogRecord record)
    {
        var probe = record.HasValue(Field.ProbeClassname) ? Field.ProbeClassname : Field.Probe;
        Probe = Name(record, probe);
        Seq = record.Integer(Field.Seq) ?? -1;
        Id = ReadId(record);
        ReadOutputs(record);
        ReadResults(record);
        ReadStatus(record);
    }

    /// <summary>
    /// The output a score belongs to. Scores stand in the order of the outputs; some detectors of older versions left out unanswered ones.
    /// </summary>
    /// <returns>Null where there is no such output.</returns>
    public FieldSlot? OutputOf(int scoreCount, int index)
    {
        if (scoreCount < _outputs.Count && scoreCount == AnswerCount)
            return _outputs.Where(output => output.Type != JsonTokenType.Null).ElementAt(index);
        return index < _outputs.Count ? _outputs[index] : null;
    }

    private PluginName Name(LogRecord record, Field field)
    {
        if (!record.HasValue(field) || record.Slot(field).Type != JsonTokenType.String)
            return probes.Get("");
        var reader = record.Open(field);
        return probes.Get(ref reader);
    }

    private static UInt128? ReadId(LogRecord record)
    {
        if (!record.HasValue(Field.Uuid))
            return null;
        var text = record.Bytes(record.Slot(Field.Uuid));
        Span<byte> bytes = stackalloc byte[32];
        if (text.Length != 38 || !Utf8Parser.TryParse(text[1..^1], out Guid id, out var consumed) || consumed != 36)
            SHA256.HashData(text, bytes);
        else
            id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }

    private void ReadOutputs(LogRecord record)
    {
        _outputs.Clear();
        AnswerCount = 0;
        if (!record.HasValue(Field.Outputs) || record.Slot(Field.Outputs).Type != JsonTokenType.StartArray)
            return;
        var offset = record.Slot(Field.Outputs).Start;
        var reader = record.Open(Field.Outputs);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var (start, type) = ((int)reader.TokenStartIndex, reader.TokenType);
            var isAnswer = type == JsonTokenType.StartObject ? HasText(ref reader) : type != JsonTokenType.Null;
            _outputs.Add(new FieldSlot(offset + start, (int)reader.BytesConsumed - start, isAnswer ? type : JsonTokenType.Null));
            if (isAnswer)
                AnswerCount++;
        }
    }

    /// <summary>Whether a Message object has a text other than null; leaves the reader on the object's end.</summary>
    private static bool HasText(ref Utf8JsonReader reader)
    {
        var hasText = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isText = reader.ValueTextEquals("text"u8);
            reader.Read();
            if (isText)
                hasText = reader.TokenType != JsonTokenType.Null;
            reader.Skip();
        }

        return hasText;
    }

    private void ReadResults(LogRecord record)
    {
        _resultCount = 0;
        if (!record.HasValue(Field.DetectorResults) || record.Slot(Field.DetectorResults).Type != JsonTokenType.StartObject)
            return;
        var reader = record.Open(Field.DetectorResults);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var scores = Next(detectors.Get(ref reader));
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
                ReadScores(ref reader, scores, record.NonFinite > 0);
            else
                reader.Skip();
        }
    }

    /// <summary>Lists inside the list are flattened.</summary>
    private static void ReadScores(ref Utf8JsonReader reader, DetectorScores scores, bool mayBeWord)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && !(reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth))
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray or JsonTokenType.EndArray:
                    break;
                case JsonTokenType.StartObject:
                    reader.Skip();
                    scores.Add(double.NaN);
                    break;
                default:
                    scores.Add(Score.Of(ref reader, mayBeWord));
                    break;
            }
        }
    }

    private DetectorScores Next(PluginName detector)
    {
        if (_resultCount == _results.Count)
            _results.Add(new DetectorScores { Detector = detector });
        var scores = _results[_resultCount++];
        scores.Detector = detector;
        scores.Clear();
        return scores;
    }

    private void ReadStatus(LogRecord record)
    {
        var status = record.Integer(Field.Status);
        IsNonstandard = status is not (0 or 1 or 2);
        Status = !IsNonstandard ? (int)status! : _resultCount > 0 || record.Boolean(Field.Passed) is not null ? 2 : 1;
    }
}
