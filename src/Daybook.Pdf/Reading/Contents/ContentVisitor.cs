using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>Is told what the content of pages does, in order.</summary>
internal abstract class ContentVisitor
{
    /// <summary>An operator, before what it does.</summary>
    public virtual void Operator(ContentPlace place, in ContentOperation operation)
    {
    }

    public virtual void SavedState(ContentPlace place, int depth)
    {
    }

    public virtual void BeginMarked(ContentPlace place, MarkedContent content)
    {
    }

    /// <param name="isBalanced">False where nothing was open, or something was still open at the end.</param>
    public virtual void EndMarked(ContentPlace place, bool isBalanced)
    {
    }

    /// <param name="text">The bytes of one string.</param>
    public virtual void ShowText(ContentPlace place, GraphicsState state, MarkedContent? marked, byte[] text)
    {
    }

    /// <param name="image">The dictionary of the image; null where a path or a shading is painted.</param>
    /// <param name="shading">The dictionary of the shading; else null.</param>
    public virtual void Paint(ContentPlace place, GraphicsState state, MarkedContent? marked, PaintKind kind, PdfDictionary? image, PdfDictionary? shading)
    {
    }

    public virtual void BeginForm(ContentPlace place, MarkedContent? marked, PdfStream form)
    {
    }

    /// <param name="kind">Such as XObject or Font.</param>
    public virtual void MissingResource(ContentPlace place, string kind, string name)
    {
    }

    public virtual void GraphicsStateDictionary(ContentPlace place, PdfDictionary dictionary)
    {
    }
}
