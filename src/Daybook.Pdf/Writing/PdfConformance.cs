namespace Daybook.Pdf;

/// <summary>The standards a file keeps.</summary>
public enum PdfConformance
{
    /// <summary>PDF/UA-1: accessible.</summary>
    Ua1,

    /// <summary>PDF/UA-1 and PDF/A-2a: accessible and archivable. Neither password nor attachments.</summary>
    Ua1AndA2a,

    /// <summary>PDF/UA-1 and PDF/A-3a: as PDF/A-2a, with attachments of any type.</summary>
    Ua1AndA3a,
}
