using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Filters;

/// <summary>Applies the filters of a stream. Damaged data gives what could be decoded and a report of the damage.</summary>
internal sealed class StreamDecoder(ReadingLimits limits, Action<string, int?> report)
{
    private long decoded;

    /// <exception cref="PdfReadException">The stream or the file grows beyond its limit.</exception>
    public DecodedStream Decode(PdfDictionary dictionary, ReadOnlyMemory<byte> bytes, int objectNumber)
    {
        var names = dictionary.OneOrMany(dictionary.Has("Filter") ? "Filter" : "F").OfType<PdfName>().Select(name => name.Value).ToList();
        var parameters = dictionary.OneOrMany(dictionary.Has("DecodeParms") ? "DecodeParms" : "DP").ToList();
        var data = bytes;
        for (var i = 0; i < names.Count; i++)
        {
            var parameter = PdfDictionary.AsDictionary(parameters.Count == names.Count ? parameters[i] : names.Count == 1 ? parameters.FirstOrDefault() : null);
            switch (names[i])
            {
                case "FlateDecode" or "Fl":
                    data = Predictor.Undo(FlateFilter.Decode(data, Room(), () => Damaged(objectNumber)), parameter);
                    break;
                case "LZWDecode" or "LZW":
                    data = Predictor.Undo(LzwFilter.Decode(data.Span, parameter?.Integer("EarlyChange") != 0, Room()), parameter);
                    break;
                case "ASCIIHexDecode" or "AHx":
                    data = AsciiFilters.DecodeHex(data.Span);
                    break;
                case "ASCII85Decode" or "A85":
                    data = AsciiFilters.Decode85(data.Span);
                    break;
                case "RunLengthDecode" or "RL":
                    data = RunLengthFilter.Decode(data.Span, Room());
                    break;
                case "Crypt":
                    break;
                case "DCTDecode" or "DCT" or "JPXDecode" or "CCITTFaxDecode" or "CCF" or "JBIG2Decode":
                    return new DecodedStream(data.ToArray(), names[i]);
                default:
                    report($"The stream of object {objectNumber} has the unknown filter '{names[i]}' and cannot be read.", objectNumber);
                    return new DecodedStream(data.ToArray(), names[i]);
            }

            decoded += data.Length;
        }

        return new DecodedStream(data.ToArray(), null);
    }

    private int Room()
    {
        var room = Math.Min(limits.DecodedStream, limits.DecodedInAll - decoded);
        return room > 0 ? (int)room : throw new PdfReadException(PdfReadError.TooLarge, "The file holds more data than this reader takes; it may be a decompression bomb.");
    }

    private void Damaged(int objectNumber) => report($"The compressed data of object {objectNumber} is damaged; it was read up to the damage.", objectNumber);
}
