namespace Daybook.Pdf;

/// <summary>How pages are called from one on.</summary>
/// <param name="FirstPage">The index of that page, from 0.</param>
/// <param name="Start">The number it gets.</param>
public readonly record struct PageLabel(int FirstPage, PageLabelStyle Style, string Prefix = "", int Start = 1)
{
    internal void Write(ByteWriter to)
    {
        to.Number(FirstPage).Raw("<<"u8).Raw(Style switch
        {
            PageLabelStyle.None => ""u8,
            PageLabelStyle.Decimal => "/S/D"u8,
            PageLabelStyle.UpperRoman => "/S/R"u8,
            PageLabelStyle.LowerRoman => "/S/r"u8,
            PageLabelStyle.UpperLetters => "/S/A"u8,
            PageLabelStyle.LowerLetters => "/S/a"u8,
            _ => throw new InvalidOperationException($"There is no style {Style}."),
        });
        if (Prefix.Length > 0)
            to.Raw("/P"u8).Text(Prefix);
        if (Start != 1)
            to.Raw("/St "u8).Number(Start);
        to.Raw(">>"u8);
    }
}
