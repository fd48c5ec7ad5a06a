using System.Collections.Immutable;
using System.Globalization;
using Daybook.Pdf.Conformance.Examining;
using Daybook.Pdf.Reading.Files;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Archiving;

/// <summary>ISO 19005-2, 6.1.4 to 6.1.13: how objects are written, and how large they may be.</summary>
internal static class SyntaxLimits
{
    private const string Writer = "Write the file anew.";
    private const int MostObjects = 8_388_607;

    private static readonly ImmutableArray<string> Filters =
        ["ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode"];

    private static readonly ImmutableArray<string> InlineFilters =
        ["ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "DCTDecode", "AHx", "A85", "Fl", "RL", "CCF", "DCT"];

    public static readonly ImmutableArray<Condition> Conditions =
    [
        Of("ISO 19005-2 6.1.4", "The cross-reference table is spaced as the format says", SyntaxFault.XrefSpacing, "The keyword xref is not followed by a single line end."),
        Of("ISO 19005-2 6.1.6", "Hexadecimal strings have an even number of digits", SyntaxFault.HexStringHasOddDigits, "A hexadecimal string has an odd number of digits."),
        Of("ISO 19005-2 6.1.6", "Hexadecimal strings have only digits", SyntaxFault.HexStringHasOtherCharacters, "A hexadecimal string has characters that are no digits."),
        Of("ISO 19005-2 6.1.7.1", "Streams are as long as they say", SyntaxFault.StreamLength, "The Length of the stream is not the number of its bytes."),
        Of("ISO 19005-2 6.1.7.1", "The keyword stream is followed by a line end", SyntaxFault.StreamKeywordSpacing, "The keyword stream is not followed by a line feed."),
        Of("ISO 19005-2 6.1.7.1", "The keyword endstream follows a line end", SyntaxFault.EndstreamSpacing, "The keyword endstream does not follow a line end."),
        new("ISO 19005-2 6.1.7.1", "Streams are in the file itself", "Embed the data of the stream.", External),
        new("ISO 19005-2 6.1.7.2", "Streams use filters that PDF/A permits", "Compress the stream with FlateDecode.", ForbiddenFilters),
        new("ISO 19005-2 6.1.8", "Names of fonts and structure types are UTF-8", "Rename the font or type.", NamesNotUtf8),
        Of("ISO 19005-2 6.1.9", "Objects are spaced as the format says", SyntaxFault.ObjectSpacing, "The keywords obj and endobj are not spaced by single spaces and line ends."),
        new("ISO 19005-2 6.1.10", "Inline images use filters that PDF/A permits", "Compress the image with FlateDecode.", InlineImageFilters),
        Of("ISO 19005-2 6.1.13", "Integers fit into 32 bits", SyntaxFault.IntegerOutOfRange, "An integer is too large."),
        Of("ISO 19005-2 6.1.13", "Real numbers fit into 32 bits", SyntaxFault.RealOutOfRange, "A real number is too large or too close to zero."),
        Of("ISO 19005-2 6.1.13", "Strings have at most 32,767 bytes", SyntaxFault.StringTooLong, "A string is too long."),
        Of("ISO 19005-2 6.1.13", "Names have at most 127 bytes", SyntaxFault.NameTooLong, "A name is too long."),
        new("ISO 19005-2 6.1.13", "The file has at most 8,388,607 objects", "Split the file.", examined =>
            examined.Objects.Count > MostObjects ? [new Fault("The file has too many objects.")] : []),
        new("ISO 19005-2 6.1.13", "Graphics states are saved at most 28 deep", "Nest q and Q less.", examined => examined.Survey.PagesWithDeepStates
            .Select(page => new Fault("Graphics states are saved more than 28 deep.", page))),
        new("ISO 19005-2 6.1.13", "Pages measure 3 to 14,400 units", "Scale the page.", PageSizes),
        new("ISO 19005-2 6.1.13", "CIDs are at most 65,535", Writer, Fonts.CompositeChecks.LargeCids),
        new("ISO 19005-2 6.1.13", "DeviceN colour spaces have at most 32 colourants", "Use fewer colourants.", examined => examined.Survey.Colours
            .Where(use => use.Space is PdfArray array && (array[0] as PdfName)?.Value == "DeviceN" && (array[1] as PdfArray)?.Count > 32)
            .Select(use => new Fault("A DeviceN colour space has more than 32 colourants.", use.Page, use.StreamNumber))),
    ];

    private static Condition Of(string id, string title, SyntaxFault fault, string message) => new(id, title, Writer, examined =>
    {
        // Faults of syntax are found by reading, so everything must have been read.
        _ = examined.Objects.Count;
        return examined.File.SyntaxFaults.Where(each => each.Fault == fault).Distinct().Select(each => new Fault(message, null, each.ObjectNumber)).ToList();
    });

    private static IEnumerable<Fault> External(Examination examined) => examined.Objects.Streams
        .Where(stream => stream.Dictionary.Has("F") || stream.Dictionary.Has("FFilter") || stream.Dictionary.Has("FDecodeParms"))
        .Select(stream => new Fault("The data of a stream is in another file.", null, stream.ObjectNumber));

    private static IEnumerable<Fault> ForbiddenFilters(Examination examined) =>
        from stream in examined.Objects.Streams
        let isIdentity = stream.Dictionary.OneOrMany("DecodeParms").OfType<PdfDictionary>().All(parameters => parameters.Name("Name") is null or "Identity")
        from filter in stream.Dictionary.OneOrMany("Filter").OfType<PdfName>()
        where !Filters.Contains(filter.Value) && !(filter.Value == "Crypt" && isIdentity)
        select new Fault($"A stream uses the filter '{filter.Value}'.", null, stream.ObjectNumber);

    private static IEnumerable<Fault> InlineImageFilters(Examination examined) =>
        from image in examined.Survey.Images
        where image.Key.ObjectNumber == 0
        from filter in image.Key.OneOrMany(image.Key.Has("F") ? "F" : "Filter").OfType<PdfName>()
        where !InlineFilters.Contains(filter.Value)
        select new Fault($"An inline image uses the filter '{filter.Value}'.", image.Value);

    private static IEnumerable<Fault> NamesNotUtf8(Examination examined) => examined.Survey.Fonts.Select(use => (Name: use.Font.Dictionary.Name("BaseFont"), use.Font.ObjectNumber))
        .Concat(examined.Elements.Select(element => (Name: (string?)element.Type, element.ObjectNumber)))
        .Where(each => each.Name is not null && !IsUtf8(each.Name))
        .Select(each => new Fault($"The name '{each.Name}' is not UTF-8.", null, each.ObjectNumber));

    private static bool IsUtf8(string name) => System.Text.Unicode.Utf8.IsValid(System.Text.Encoding.Latin1.GetBytes(name));

    private static IEnumerable<Fault> PageSizes(Examination examined) =>
        from page in examined.File.Pages
        from name in (string[])["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"]
        let box = name == "MediaBox" ? page.MediaBox : page.Dictionary.Array(name)?.Numbers
        where box is { Length: 4 }
        let width = Math.Abs(box[2] - box[0])
        let height = Math.Abs(box[3] - box[1])
        where width is < 3 or > 14400 || height is < 3 or > 14400
        select new Fault(string.Create(CultureInfo.InvariantCulture, $"The {name} of the page measures {width} by {height}."), page.Number, page.ObjectNumber);
}
