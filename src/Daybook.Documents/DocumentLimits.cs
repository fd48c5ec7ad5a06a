namespace Daybook.Documents;

/// <summary>Bounds every document keeps, so that no exporter meets an endless or bottomless tree.</summary>
public static class DocumentLimits
{
    /// <summary>Blocks and inlines nested in one another.</summary>
    public const int MaximumDepth = 32;

    /// <summary>Blocks, rows, cells and inlines together.</summary>
    public const int MaximumNodes = 5_000_000;

    /// <summary>UTF-8 bytes of the JSON form.</summary>
    public const int MaximumBytes = 512 * 1024 * 1024;

    /// <summary>JSON objects and arrays per nested node, with room for the envelope.</summary>
    internal const int JsonDepth = (MaximumDepth * 4) + 16;

    /// <exception cref="DocumentFormatException">The document is deeper or larger than allowed.</exception>
    public static void Check(ReportDocument document)
    {
        var counter = new NodeCounter();
        foreach (var section in document.Sections)
            section.Accept(counter, 1);
    }
}
