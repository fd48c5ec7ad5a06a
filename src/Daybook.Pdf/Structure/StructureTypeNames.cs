namespace Daybook.Pdf;

internal static class StructureTypeNames
{
    /// <summary>The name of the role in a file, with its slash.</summary>
    public static ReadOnlySpan<byte> Name(this StructureType type) => type switch
    {
        StructureType.Document => "/Document"u8,
        StructureType.Part => "/Part"u8,
        StructureType.Article => "/Art"u8,
        StructureType.Section => "/Sect"u8,
        StructureType.Div => "/Div"u8,
        StructureType.BlockQuote => "/BlockQuote"u8,
        StructureType.Caption => "/Caption"u8,
        StructureType.TOC => "/TOC"u8,
        StructureType.TOCI => "/TOCI"u8,
        StructureType.P => "/P"u8,
        StructureType.H1 => "/H1"u8,
        StructureType.H2 => "/H2"u8,
        StructureType.H3 => "/H3"u8,
        StructureType.H4 => "/H4"u8,
        StructureType.H5 => "/H5"u8,
        StructureType.H6 => "/H6"u8,
        StructureType.L => "/L"u8,
        StructureType.LI => "/LI"u8,
        StructureType.Lbl => "/Lbl"u8,
        StructureType.LBody => "/LBody"u8,
        StructureType.Table => "/Table"u8,
        StructureType.THead => "/THead"u8,
        StructureType.TBody => "/TBody"u8,
        StructureType.TFoot => "/TFoot"u8,
        StructureType.TR => "/TR"u8,
        StructureType.TH => "/TH"u8,
        StructureType.TD => "/TD"u8,
        StructureType.Span => "/Span"u8,
        StructureType.Quote => "/Quote"u8,
        StructureType.Note => "/Note"u8,
        StructureType.Reference => "/Reference"u8,
        StructureType.Code => "/Code"u8,
        StructureType.Link => "/Link"u8,
        StructureType.Figure => "/Figure"u8,
        StructureType.Formula => "/Formula"u8,
        StructureType.Aside => "/Aside"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such role."),
    };
}
