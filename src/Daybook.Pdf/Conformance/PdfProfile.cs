namespace Daybook.Pdf.Conformance;

/// <summary>A standard that a file can be held against.</summary>
public enum PdfProfile
{
    /// <summary>PDF/UA-1 (ISO 14289-1), accessibility.</summary>
    Ua1,

    /// <summary>PDF/A-2b (ISO 19005-2, level B), archiving of what pages look like.</summary>
    A2b,

    /// <summary>PDF/A-2a (ISO 19005-2, level A): level B, and text and structure that can be read out.</summary>
    A2a,

    /// <summary>PDF/A-3b (ISO 19005-3, level B): as PDF/A-2b, with embedded files of any kind.</summary>
    A3b,

    /// <summary>PDF/A-3a (ISO 19005-3, level A): as PDF/A-2a, with embedded files of any kind.</summary>
    A3a,
}
