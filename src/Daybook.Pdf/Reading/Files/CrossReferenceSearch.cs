using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Files;

/// <summary>Finds the objects of a file whose cross-reference table is damaged by searching for <c>N G obj</c>.</summary>
internal sealed class CrossReferenceSearch(PdfFile file)
{
    private readonly byte[] data = file.Data;
    private readonly Dictionary<int, ObjectPlace> places = [];

    public CrossReferences Find()
    {
        FindObjects();
        var streams = places.ToList();
        PdfDictionary? trailer = null;
        foreach (var (number, place) in streams)
        {
            if (!LooksLikeStreamOf(place.Offset) || new IndirectObjectReader(file, data).Read(place.Offset)?.Value is not PdfStream stream)
                continue;
            if (stream.Dictionary.Name("Type") == "XRef" && stream.Dictionary.Raw("Root") is not null)
                trailer = stream.Dictionary;
            else if (stream.Dictionary.Name("Type") == "ObjStm" && stream.Dictionary.Raw("N") is not null)
                AddContents(number, stream);
        }

        return new CrossReferences(Trailer() ?? trailer ?? MadeUpTrailer(), places);
    }

    private void FindObjects()
    {
        for (var at = 0; at < data.Length;)
        {
            var found = data.AsSpan(at).IndexOf(" obj"u8);
            if (found < 0)
                return;
            at += found;
            if (StartOf(at) is { } start && new PdfParser(data, start, null).Read() is PdfInteger { Value: > 0 and <= int.MaxValue } number
                && places.Count < file.Limits.Objects)
                places[(int)number.Value] = new ObjectPlace(start, 0);
            at += 4;
        }
    }

    /// <summary>Where the number of the object begins whose generation ends before the given place.</summary>
    private int? StartOf(int end)
    {
        var generation = DigitsBefore(end);
        if (generation == end)
            return null;
        var space = generation;
        while (space > 0 && PdfCharacters.IsSpace(data[space - 1]))
            space--;
        var number = DigitsBefore(space);
        return space == generation || number == space ? null : number;
    }

    private int DigitsBefore(int end)
    {
        while (end > 0 && data[end - 1] is >= (byte)'0' and <= (byte)'9')
            end--;
        return end;
    }

    private bool LooksLikeStreamOf(long offset)
    {
        var head = data.AsSpan((int)offset, (int)Math.Min(512, data.Length - offset));
        return head.IndexOf("/ObjStm"u8) >= 0 || head.IndexOf("/XRef"u8) >= 0;
    }

    /// <summary>The numbers in the head of an object stream. An encrypted one cannot be read before the password is known and is left out.</summary>
    private void AddContents(int container, PdfStream stream)
    {
        var head = new PdfParser(file.Decode(stream).Data, 0, null);
        for (var i = 0L; i < Math.Min(stream.Dictionary.Integer("N") ?? 0, file.Limits.Objects); i++)
        {
            if (head.Read() is not PdfInteger { Value: > 0 and <= int.MaxValue } number || head.Read() is not PdfInteger)
                return;
            places.TryAdd((int)number.Value, new ObjectPlace(-1, container));
        }
    }

    private PdfDictionary? Trailer()
    {
        for (var end = data.Length; end > 0;)
        {
            var found = data.AsSpan(0, end).LastIndexOf("trailer"u8);
            if (found < 0)
                return null;
            if (new PdfParser(data, found + "trailer".Length, file).Read() is PdfDictionary trailer && trailer.Raw("Root") is not null)
                return trailer;
            end = found;
        }

        return null;
    }

    private PdfDictionary MadeUpTrailer()
    {
        foreach (var (number, place) in places.Where(place => !place.Value.IsInStream))
        {
            if (data.AsSpan((int)place.Offset, (int)Math.Min(2048, data.Length - place.Offset)).IndexOf("/Catalog"u8) >= 0
                && new IndirectObjectReader(file, data).Read(place.Offset)?.Value is PdfDictionary catalog && catalog.Name("Type") == "Catalog")
                return new PdfDictionary(new Dictionary<string, PdfObject>(StringComparer.Ordinal) { ["Root"] = new PdfReference(number, 0) }, file, 0);
        }

        return PdfDictionary.Empty;
    }
}
