using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Files;

/// <summary>Reads <c>N G obj … endobj</c> with its stream, and notes how its keywords are spaced.</summary>
internal sealed class IndirectObjectReader(PdfFile file, byte[] data)
{
    /// <returns>Null where no indirect object is at the offset.</returns>
    public IndirectObject? Read(long offset)
    {
        if (offset < 0 || offset >= data.Length)
            return null;
        var head = new PdfParser(data, (int)offset, null);
        head.SkipSpace();
        var begin = head.Position;
        if (head.Read() is not PdfInteger { Value: > 0 and <= int.MaxValue } number || head.Read() is not PdfInteger { Value: >= 0 and <= 65535 } generation)
            return null;
        if (head.Read() is not PdfKeyword { Word: "obj" })
            return null;
        var objectNumber = (int)number.Value;
        if (!SpacedWell(begin, head.Position, number.Value, generation.Value))
            file.Note(SyntaxFault.ObjectSpacing, objectNumber);

        var parser = new PdfParser(data, head.Position, file, objectNumber);
        var value = parser.Read();
        if (value is PdfKeyword { Word: "endobj" })
            return new IndirectObject(objectNumber, (int)generation.Value, PdfNull.Instance, parser.Position);
        if (value is null or PdfKeyword)
            return null;
        var afterValue = parser.Position;
        var next = parser.Read();
        if (value is PdfDictionary dictionary && next is PdfKeyword { Word: "stream" })
        {
            value = ReadStream(parser, dictionary, (int)generation.Value);
            afterValue = parser.Position;
            next = parser.Read();
        }

        if (next is not PdfKeyword { Word: "endobj" })
            file.Report($"Object {objectNumber} is not closed by 'endobj'.", objectNumber);
        else if (!PrecededByLineEnd(parser.Position - "endobj".Length) || !FollowedByLineEnd(parser.Position))
            file.Note(SyntaxFault.ObjectSpacing, objectNumber);
        return new IndirectObject(objectNumber, (int)generation.Value, value, next is PdfKeyword { Word: "endobj" } ? parser.Position : afterValue);
    }

    private PdfStream ReadStream(PdfParser parser, PdfDictionary dictionary, int generation)
    {
        var number = dictionary.ObjectNumber;
        var start = parser.Position;
        if (start + 1 < data.Length && data[start] == '\r' && data[start + 1] == '\n')
            start += 2;
        else if (start < data.Length && data[start] == '\n')
            start++;
        else
            file.Note(SyntaxFault.StreamKeywordSpacing, number);
        if (start == parser.Position && start < data.Length && data[start] == '\r')
            start++;

        var length = dictionary.Integer("Length");
        var end = start + (length ?? -1);
        if (length is null or < 0 || end > data.Length || !EndstreamFollows((int)end))
        {
            file.Note(SyntaxFault.StreamLength, number);
            end = SearchEnd(start, number);
        }

        var at = SkipLineEnd((int)end);
        if (at == end)
            file.Note(SyntaxFault.EndstreamSpacing, number);
        parser.Position = (int)end;
        if (parser.Read() is not PdfKeyword { Word: "endstream" })
            parser.Position = (int)end;
        return new PdfStream(dictionary, data.AsMemory(start, (int)end - start), generation);
    }

    /// <summary>Where the length is wrong, the data goes up to the next <c>endstream</c>, without the line end before it.</summary>
    private int SearchEnd(int start, int number)
    {
        var found = data.AsSpan(start).IndexOf("endstream"u8);
        if (found < 0)
            found = data.AsSpan(start).IndexOf("endobj"u8);
        if (found < 0)
        {
            file.Report($"The stream of object {number} has no end; the file is cut off or damaged there.", number);
            return data.Length;
        }

        var end = start + found;
        if (end > start && data[end - 1] == '\n')
            end--;
        if (end > start && data[end - 1] == '\r')
            end--;
        return end;
    }

    private bool EndstreamFollows(int end)
    {
        var at = end;
        while (at < data.Length && at < end + 4 && PdfCharacters.IsSpace(data[at]))
            at++;
        return data.AsSpan(at).StartsWith("endstream"u8);
    }

    private int SkipLineEnd(int at)
    {
        if (at + 1 < data.Length && data[at] == '\r' && data[at + 1] == '\n')
            return at + 2;
        return at < data.Length && data[at] is (byte)'\n' or (byte)'\r' ? at + 1 : at;
    }

    private bool SpacedWell(int begin, int end, long number, long generation)
    {
        var text = FormattableString.Invariant($"{number} {generation} obj");
        return end - begin == text.Length && (begin == 0 || PrecededByLineEnd(begin)) && FollowedByLineEnd(end);
    }

    private bool PrecededByLineEnd(int at) => at > 0 && at <= data.Length && data[at - 1] is (byte)'\n' or (byte)'\r';

    private bool FollowedByLineEnd(int at) => at < data.Length && data[at] is (byte)'\n' or (byte)'\r';
}
