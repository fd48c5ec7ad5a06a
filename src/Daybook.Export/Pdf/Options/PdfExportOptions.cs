namespace Daybook.Export;

/// <summary>The options of the PDF format.</summary>
public sealed record PdfExportOptions : ExportOptions
{
    public PdfExportOptions()
    {
    }

    /// <summary>The defaults of the format with the options that every format has.</summary>
    public PdfExportOptions(ExportOptions options)
        : base(options)
    {
    }

    public PaperSize PageSize { get; init; } = PaperSize.Letter;

    public bool Landscape { get; init; }

    /// <summary>Whether each section of the report starts on a page of its own.</summary>
    public bool SectionsOnNewPages { get; init; }

    /// <summary>Text across every page, behind its content; null shows none.</summary>
    public string? Watermark { get; init; }

    /// <summary>What readers open the file with; null leaves it open to all.</summary>
    public string? Password { get; init; }

    /// <summary>What readers may do, as far as their programs obey; null allows everything.</summary>
    public PdfRights? Rights { get; init; }

    /// <summary>PDF/A-2a beside PDF/UA-1, for archives; with attached data PDF/A-3a, the part that allows it.</summary>
    public bool PdfA { get; init; }

    /// <summary>Puts the document as JSON and its tables as CSV into the file.</summary>
    public bool AttachData { get; init; }

    /// <summary>Why these options cannot go together; null when they can.</summary>
    public string? Conflict => this switch
    {
        { PdfA: true, Password: not null } => "PDF/A files are for everyone to read for ever: they cannot have a password. Leave out 'pdf_a' or the password.",
        { PdfA: true, Rights: not null } => "PDF/A files are for everyone to read for ever: their permissions cannot be limited. Leave out 'pdf_a' or 'permissions'.",
        { Password.Length: 0 } => "The password is empty.",
        _ => null,
    };
}
