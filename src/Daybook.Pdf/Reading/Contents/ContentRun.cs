using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>What holds at a place of a content stream.</summary>
internal sealed class ContentRun(ContentPlace place, GraphicsState state, MarkedContent? marked)
{
    public static readonly PdfName DeviceGray = new("DeviceGray");
    public static readonly PdfName DeviceRgb = new("DeviceRGB");
    public static readonly PdfName DeviceCmyk = new("DeviceCMYK");

    public ContentPlace Place => place;

    public GraphicsState State { get; set; } = state;

    public Stack<GraphicsState> Saved { get; } = new();

    /// <summary>The innermost marked content, that around the stream included.</summary>
    public MarkedContent? Marked { get; set; } = marked;

    /// <summary>Marked content opened in this stream and not closed yet.</summary>
    public int OpenMarks { get; set; }
}
