namespace Daybook.Pdf.Reading;

/// <summary>What a file may cost, so that a hostile one ends in an error.</summary>
internal sealed record ReadingLimits
{
    public static readonly ReadingLimits Default = new();

    /// <summary>The limit of PDF/A (ISO 19005-2, 6.1.13), far above what reports have.</summary>
    public int Objects { get; init; } = 8_388_607;

    /// <summary>Bytes one stream may have decoded.</summary>
    public int DecodedStream { get; init; } = 256 << 20;

    /// <summary>Bytes that may be decoded in all.</summary>
    public long DecodedInAll { get; init; } = 1L << 30;

    public int Pages { get; init; } = 200_000;

    /// <summary>Form XObjects within form XObjects, and nodes of trees.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Operators of all pages, those of form XObjects counted as often as they are drawn.</summary>
    public int Operators { get; init; } = 50_000_000;

    /// <summary>Form XObjects, patterns and the like of all pages, counted as often as they are drawn.</summary>
    public int DrawnStreams { get; init; } = 1_000_000;
}
