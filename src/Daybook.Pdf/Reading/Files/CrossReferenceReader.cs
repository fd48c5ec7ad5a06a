using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Files;

/// <summary>Reads cross-reference tables, cross-reference streams, files with both, and the chain of updates before them.</summary>
internal sealed class CrossReferenceReader(PdfFile file)
{
    private readonly byte[] data = file.Data;
    private readonly Dictionary<int, ObjectPlace> places = [];
    private readonly HashSet<int> free = [];
    private readonly HashSet<long> visited = [];
    private PdfDictionary? newest;

    /// <exception cref="DamagedReferencesException">The table is missing or contradicts the format.</exception>
    public CrossReferences Read()
    {
        for (long? next = StartOfNewest(); next is { } offset;)
        {
            if (!visited.Add(offset))
                throw new DamagedReferencesException("its parts refer to each other in a circle");
            var trailer = ReadSection(offset);
            newest ??= trailer;
            next = trailer.Integer("Prev");
        }

        if (newest?.Raw("Root") is null)
            throw new DamagedReferencesException("the trailer names no document catalog");
        return new CrossReferences(newest, places);
    }

    private long StartOfNewest()
    {
        var tail = Math.Max(0, data.Length - 2048);
        var found = data.AsSpan(tail).LastIndexOf("startxref"u8);
        if (found < 0)
            throw new DamagedReferencesException("the file has no 'startxref' at its end, as when it was cut off");
        return new PdfParser(data, tail + found + "startxref".Length, null).Read() is PdfInteger { Value: >= 0 } offset
            ? offset.Value
            : throw new DamagedReferencesException("'startxref' is not followed by a place");
    }

    private PdfDictionary ReadSection(long offset)
    {
        if (offset < 0 || offset >= data.Length)
            throw new DamagedReferencesException("it is said to be outside the file");
        var parser = new PdfParser(data, (int)offset, file);
        parser.SkipSpace();
        return data.AsSpan(parser.Position).StartsWith("xref"u8) ? ReadTable(parser) : ReadStream(offset);
    }

    private PdfDictionary ReadTable(PdfParser parser)
    {
        parser.Position += "xref".Length;
        NoteSpacing(parser.Position);
        var freed = new List<int>();
        while (true)
        {
            var token = parser.Read();
            if (token is PdfKeyword { Word: "trailer" })
                break;
            if (token is not PdfInteger { Value: >= 0 } first || parser.Read() is not PdfInteger { Value: >= 0 } count)
                throw new DamagedReferencesException("a section of it has no numbers");
            ReadEntries(parser, first.Value, count.Value, freed);
        }

        if (parser.Read() is not PdfDictionary trailer)
            throw new DamagedReferencesException("the trailer is missing");
        // Objects hidden from old readers are free in the table of a hybrid file and listed in its stream (ISO 32000-1, 7.5.8.4).
        if (trailer.Integer("XRefStm") is { } hidden && visited.Add(hidden))
            ReadStream(hidden);
        free.UnionWith(freed);
        return trailer;
    }

    private void ReadEntries(PdfParser parser, long first, long count, List<int> freed)
    {
        for (var number = first; number < first + count; number++)
        {
            if (parser.Read() is not PdfInteger offset || parser.Read() is not PdfInteger || parser.Read() is not PdfKeyword { Word: "n" or "f" } kind)
                throw new DamagedReferencesException("an entry of it cannot be read");
            if (number > file.Limits.Objects)
                throw new DamagedReferencesException("it lists more objects than a file may have");
            if (kind.Word == "n")
                Add((int)number, new ObjectPlace(offset.Value, 0));
            else if (!places.ContainsKey((int)number))
                freed.Add((int)number);
        }
    }

    private PdfDictionary ReadStream(long offset)
    {
        if (new IndirectObjectReader(file, data).Read(offset)?.Value is not PdfStream stream || stream.Dictionary.Name("Type") != "XRef")
            throw new DamagedReferencesException("it is not where the file says");
        var widths = stream.Dictionary.Array("W")?.Numbers;
        if (widths is not { Length: >= 3 } || widths.Any(width => width is < 0 or > 8))
            throw new DamagedReferencesException("the widths of its fields are missing");
        var size = stream.Dictionary.Integer("Size") ?? 0;
        var index = stream.Dictionary.Array("Index")?.Numbers ?? [0, size];
        var rows = new CrossReferenceRows(file.Decode(stream).Data, [.. widths.Select(width => (int)width)]);
        for (var i = 0; i + 1 < index.Length; i += 2)
        {
            for (var number = (long)index[i]; number < index[i] + index[i + 1] && rows.Next(); number++)
            {
                if (number < 0 || number > file.Limits.Objects)
                    throw new DamagedReferencesException("it lists more objects than a file may have");
                Add((int)number, rows);
            }
        }

        return stream.Dictionary;
    }

    private void Add(int number, CrossReferenceRows row)
    {
        if (row.Kind == 0 && !places.ContainsKey(number))
            free.Add(number);
        else if (row.Kind == 1)
            Add(number, new ObjectPlace(row.Second, 0));
        else if (row.Kind == 2 && row.Second is > 0 and <= int.MaxValue)
            Add(number, new ObjectPlace(-1, (int)row.Second));
    }

    /// <summary>Newer parts are read first, so what is known stays.</summary>
    private void Add(int number, ObjectPlace place)
    {
        if (number > 0 && !free.Contains(number))
            places.TryAdd(number, place);
    }

    private void NoteSpacing(int at)
    {
        var lineEnd = at + 1 < data.Length && data[at] == '\r' && data[at + 1] == '\n' ? 2 : 1;
        var good = at + lineEnd < data.Length && data[at] is (byte)'\r' or (byte)'\n'
            && data[at + lineEnd] is >= (byte)'0' and <= (byte)'9';
        if (!good)
            file.Note(SyntaxFault.XrefSpacing, 0);
    }
}
