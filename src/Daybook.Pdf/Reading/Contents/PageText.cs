using System.Text;
using Daybook.Pdf.Reading.Fonts;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>The text of pages in the order it is shown, for comparing files; where words and lines end is not worked out.</summary>
internal sealed class PageText : ContentVisitor
{
    private readonly StringBuilder text = new();

    public static string Read(PdfFile file, FilePage page, FontCache fonts)
    {
        var reader = new PageText();
        new ContentWalker(file, fonts, reader).Walk(page);
        return reader.text.ToString();
    }

    public override void Operator(ContentPlace place, in ContentOperation operation)
    {
        if (operation.Operator is "Td" or "TD" or "T*" or "Tm" or "'" or "\"" or "ET")
            text.Append('\n');
    }

    public override void ShowText(ContentPlace place, GraphicsState state, MarkedContent? marked, byte[] shown)
    {
        if (state.Font is not { } font)
            return;
        foreach (var code in font.Split(shown))
            text.Append(font.Unicode(code) ?? "\uFFFD");
    }
}
