using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Examining;

/// <summary>All objects of a file, whatever refers to them. Reading them all is what finds every fault of syntax.</summary>
internal sealed class FileObjects
{
    private readonly List<PdfDictionary> dictionaries = [];
    private readonly List<PdfStream> streams = [];

    public FileObjects(PdfFile file)
    {
        foreach (var number in file.ObjectNumbers.ToList())
        {
            Count++;
            if (file.Load(number) is { } value)
                Collect(value);
        }
    }

    public int Count { get; }

    /// <summary>Every dictionary, those of streams and those within others included.</summary>
    public IReadOnlyList<PdfDictionary> Dictionaries => dictionaries;

    public IReadOnlyList<PdfStream> Streams => streams;

    /// <summary>File specifications with an embedded file.</summary>
    public IEnumerable<PdfDictionary> EmbeddedFiles => dictionaries.Where(dictionary => dictionary["EF"] is PdfDictionary);

    /// <summary>Actions, wherever a dictionary has one.</summary>
    public IEnumerable<PdfDictionary> Actions => dictionaries
        .SelectMany(dictionary => dictionary.OneOrMany("A").Concat(dictionary.OneOrMany("OpenAction")).Concat(dictionary.OneOrMany("Next"))
            .Concat(dictionary["AA"] is PdfDictionary more ? more.Keys.Select(key => more[key]).OfType<PdfObject>() : []))
        .OfType<PdfDictionary>().Where(action => action.Name("S") is not null && action.Name("Type") is null or "Action").Distinct();

    private void Collect(PdfObject value)
    {
        switch (value)
        {
            case PdfStream stream:
                streams.Add(stream);
                Collect(stream.Dictionary);
                break;
            case PdfDictionary dictionary:
                dictionaries.Add(dictionary);
                foreach (var key in dictionary.Keys)
                    Collect(dictionary.Raw(key)!);
                break;
            case PdfArray array:
                foreach (var element in array.Raw)
                    Collect(element);
                break;
        }
    }
}
