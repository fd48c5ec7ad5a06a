namespace Daybook.Pdf;

/// <summary>Why a part of a page is not content.</summary>
public enum ArtifactKind
{
    Header,
    Footer,
    Watermark,
    Layout,
    Background,
}
