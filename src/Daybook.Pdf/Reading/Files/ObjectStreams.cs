using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Files;

/// <summary>Objects within streams (ISO 32000-1, 7.5.7). They are not encrypted by themselves: the stream is.</summary>
internal sealed class ObjectStreams(PdfFile file)
{
    private readonly Dictionary<int, Dictionary<int, PdfObject>> streams = [];

    public void Clear() => streams.Clear();

    public PdfObject? Load(int container, int number)
    {
        if (!streams.TryGetValue(container, out var objects))
            streams[container] = objects = Read(container);
        return objects.GetValueOrDefault(number);
    }

    private Dictionary<int, PdfObject> Read(int container) => file.Load(container) is PdfStream stream ? Read(stream) : [];

    private Dictionary<int, PdfObject> Read(PdfStream stream)
    {
        var objects = new Dictionary<int, PdfObject>();
        if (stream.Dictionary.Integer("N") is not (>= 0 and { } count) || stream.Dictionary.Integer("First") is not (>= 0 and { } first))
            return objects;
        var data = file.Decode(stream).Data;
        var index = new PdfParser(data, 0, null);
        for (var i = 0; i < Math.Min(count, file.Limits.Objects); i++)
        {
            if (index.Read() is not PdfInteger { Value: > 0 and <= int.MaxValue } number || index.Read() is not PdfInteger { Value: >= 0 } offset)
                break;
            var at = first + offset.Value;
            if (at >= data.Length)
                continue;
            var value = new PdfParser(data, (int)at, file, (int)number.Value).Read();
            if (value is not null and not PdfKeyword)
                objects.TryAdd((int)number.Value, value);
        }

        return objects;
    }
}
