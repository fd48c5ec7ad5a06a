namespace Daybook.Pdf;

/// <summary>Where a link leads.</summary>
public abstract record PdfTarget
{
    private protected PdfTarget()
    {
    }

    /// <summary>An address on the web or for mail.</summary>
    public sealed record Web(string Address) : PdfTarget;

    /// <summary>A place in the document, set by <see cref="PdfPage.SetDestination"/> before or after.</summary>
    public sealed record Named(string Destination) : PdfTarget;
}
