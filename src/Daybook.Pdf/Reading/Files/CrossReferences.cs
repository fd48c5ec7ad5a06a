using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Files;

/// <summary>Where every object of the newest state of a file is, and the trailer.</summary>
internal sealed class CrossReferences(PdfDictionary trailer, IReadOnlyDictionary<int, ObjectPlace> places)
{
    public static readonly CrossReferences Empty = new(PdfDictionary.Empty, new Dictionary<int, ObjectPlace>());

    public PdfDictionary Trailer => trailer;

    public IEnumerable<int> Numbers => places.Keys.Order();

    public bool TryGet(int number, out ObjectPlace place) => places.TryGetValue(number, out place);
}
