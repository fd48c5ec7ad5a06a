namespace Daybook.Pdf;

/// <summary>What is said about a file as a whole.</summary>
public sealed record PdfSettings
{
    /// <summary>Shown in the title bar of a reader; PDF/UA requires one.</summary>
    public required string Title { get; init; }

    public string? Author { get; init; }

    public string? Subject { get; init; }

    /// <summary>The program the document was made in.</summary>
    public string? Creator { get; init; }

    /// <summary>A language tag, such as <c>en</c> or <c>de-AT</c>.</summary>
    public string Language { get; init; } = "en";

    public required DateTimeOffset Created { get; init; }

    public PdfConformance Conformance { get; init; } = PdfConformance.Ua1;

    /// <summary>Null leaves the file open to everyone.</summary>
    public PdfEncryption? Encryption { get; init; }

    internal bool IsArchivable => Conformance is PdfConformance.Ua1AndA2a or PdfConformance.Ua1AndA3a;
}
