namespace Daybook.Pdf;

/// <summary>Four faces that belong together. A family without italics gives the upright face twice.</summary>
public sealed record FontFamily(string Name, FontFace Regular, FontFace Bold, FontFace Italic, FontFace BoldItalic)
{
    public FontFace Face(bool bold, bool italic) => (bold, italic) switch
    {
        (false, false) => Regular,
        (true, false) => Bold,
        (false, true) => Italic,
        (true, true) => BoldItalic,
    };
}
