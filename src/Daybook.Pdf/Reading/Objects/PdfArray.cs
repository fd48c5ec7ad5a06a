namespace Daybook.Pdf.Reading.Objects;

/// <summary>An array whose elements are read through references.</summary>
internal sealed class PdfArray(IReadOnlyList<PdfObject> elements, PdfFile? file) : PdfObject
{
    public int Count => elements.Count;

    /// <summary>The elements as written, references included.</summary>
    public IReadOnlyList<PdfObject> Raw => elements;

    /// <summary>Null where the element is null or refers to nothing.</summary>
    public PdfObject? this[int index] => index < 0 || index >= elements.Count ? null : PdfFile.Resolve(file, elements[index]);

    public IEnumerable<PdfObject?> Resolved => elements.Select(element => PdfFile.Resolve(file, element));

    public IEnumerable<PdfDictionary> Dictionaries => Resolved.OfType<PdfDictionary>();

    /// <summary>The numbers of the array; null if an element is none.</summary>
    public double[]? Numbers
    {
        get
        {
            var numbers = Resolved.Select(PdfDictionary.AsNumber).ToArray();
            return Array.TrueForAll(numbers, number => number is not null) ? [.. numbers.Select(number => number!.Value)] : null;
        }
    }

    public PdfArray Replace(Func<PdfObject, PdfObject> replace) => new([.. elements.Select(replace)], file);
}
