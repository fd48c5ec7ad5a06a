using System.IO.Compression;
using System.Text;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Filters;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Tests.Pdf.Reading;

public sealed class FilterTests
{
    [Fact]
    public void Lzw_reads_the_example_of_the_standard() =>
        Assert.Equal([45, 45, 45, 45, 45, 65, 45, 45, 45, 66], Decode("LZWDecode", [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]));

    [Theory]
    [InlineData("ASCIIHexDecode", "48 65 6C6C 6F7>", "Hellop")]
    [InlineData("ASCII85Decode", "87cURD]i,\"Ebo80~>", "Hello World!")]
    [InlineData("ASCII85Decode", "z87cUR~>", "\0\0\0\0Hell")]
    public void Text_filters_give_back_the_bytes(string filter, string encoded, string plain) =>
        Assert.Equal(plain, Encoding.Latin1.GetString(Decode(filter, Encoding.ASCII.GetBytes(encoded))));

    [Fact]
    public void Runs_are_copied_and_repeated() => Assert.Equal("abcxxxx"u8.ToArray(), Decode("RunLengthDecode", [2, .. "abc"u8, 253, (byte)'x', 128, 9]));

    [Theory]
    [InlineData(0, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(1, new byte[] { 1, 3, 6, 4, 9, 15 })]
    [InlineData(2, new byte[] { 1, 2, 3, 5, 7, 9 })]
    [InlineData(3, new byte[] { 1, 2, 4, 4, 8, 12 })]
    [InlineData(4, new byte[] { 1, 3, 6, 5, 10, 16 })]
    public void Each_png_predictor_is_undone(byte kind, byte[] expected)
    {
        var parameters = Dictionary(("Predictor", 15), ("Columns", 3));
        Assert.Equal(expected, Predictor.Undo([kind, 1, 2, 3, kind, 4, 5, 6], parameters));
    }

    [Fact]
    public void The_tiff_predictor_is_undone() =>
        Assert.Equal([1, 2, 4, 6, 5, 6, 12, 14], Predictor.Undo([1, 2, 3, 4, 5, 6, 7, 8], Dictionary(("Predictor", 2), ("Columns", 2), ("Colors", 2))));

    [Fact]
    public void Damaged_data_is_read_up_to_the_damage_and_reported()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            zlib.Write(new byte[100_000]);
        var cut = packed.ToArray()[..70_000];
        cut[65_600] ^= 0xFF;
        var reports = new List<string>();
        var decoded = new StreamDecoder(ReadingLimits.Default, (message, _) => reports.Add(message)).Decode(Filter("FlateDecode"), cut, 7).Data;
        Assert.InRange(decoded.Length, 1, 70_000);
        Assert.Equal("The compressed data of object 7 is damaged; it was read up to the damage.", Assert.Single(reports));
    }

    [Fact]
    public void An_unknown_filter_is_reported()
    {
        var reports = new List<string>();
        Assert.Equal("Zip", new StreamDecoder(ReadingLimits.Default, (message, _) => reports.Add(message)).Decode(Filter("Zip"), "x"u8.ToArray(), 7).ImageFilter);
        Assert.Contains("unknown filter 'Zip'", Assert.Single(reports), StringComparison.Ordinal);
    }

    private static byte[] Decode(string filter, byte[] data) =>
        new StreamDecoder(ReadingLimits.Default, (message, _) => Assert.Fail(message)).Decode(Filter(filter), data, 1).Data;

    private static PdfDictionary Filter(string name) => new(new Dictionary<string, PdfObject> { ["Filter"] = new PdfName(name) }, null, 1);

    private static PdfDictionary Dictionary(params (string Key, int Value)[] entries) =>
        new(entries.ToDictionary(entry => entry.Key, entry => (PdfObject)new PdfInteger(entry.Value)), null, 1);
}
