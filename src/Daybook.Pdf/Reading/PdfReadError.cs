namespace Daybook.Pdf.Reading;

/// <summary>Why a file cannot be read at all.</summary>
public enum PdfReadError
{
    /// <summary>The file has no PDF header.</summary>
    NotPdf,

    /// <summary>The file ends before what a reader needs.</summary>
    Truncated,

    /// <summary>The file has parts that contradict the format so far that no document is left.</summary>
    Damaged,

    /// <summary>The file is encrypted and opens only with a password.</summary>
    PasswordNeeded,

    /// <summary>The password given is neither that of the reader nor that of the owner.</summary>
    WrongPassword,

    /// <summary>The file is encrypted in a way this reader does not know.</summary>
    UnknownEncryption,

    /// <summary>The file would take more memory than it may, as a decompression bomb does.</summary>
    TooLarge,
}
