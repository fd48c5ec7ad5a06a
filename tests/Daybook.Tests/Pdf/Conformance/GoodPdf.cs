using System.Text;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>A page with headings, text, a link, a list, a table, a figure and a note that conforms to PDF/UA-1 and PDF/A-2a.</summary>
internal static class GoodPdf
{
    public static readonly TinyFont Font = new();

    /// <summary>Every text of the page.</summary>
    public static readonly string[] Texts = ["Header", "Findings", "Two were found.", "Guide", "1.", "Item", "Name", "Count", "Alpha", "12", "Notes", "Small print"];

    private const string Metadata = """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
          xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Daily report</rdf:li></rdf:Alt></dc:title>
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """;

    public static SmallPdf Create()
    {
        var file = new SmallPdf();
        file.Add("catalog", "<< /Type /Catalog /Pages {pages} /Lang (en) /MarkInfo << /Marked true >> /StructTreeRoot {tree} /Metadata {metadata} " +
            "/ViewerPreferences << /DisplayDocTitle true >> /OutputIntents [{intent}] /Outlines {outlines} >>");
        file.Add("info", "<< /Title (Daily report) >>");
        file.Add("metadata", "/Type /Metadata /Subtype /XML", Metadata.ReplaceLineEndings("\n"));
        file.Add("intent", "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile {profile} >>");
        file.Add("profile", "/N 3", Profile("mntr", "RGB "));
        file.Add("outlines", "<< /Type /Outlines /First {bookmark} /Last {bookmark} /Count 1 >>");
        file.Add("bookmark", "<< /Title (Findings) /Parent {outlines} /Dest [{page} /Fit] >>");
        file.Add("pages", "<< /Type /Pages /Kids [{page}] /Count 1 /MediaBox [0 0 595 842] >>");
        file.Add("page", "<< /Type /Page /Parent {pages} /Contents {contents} /Annots [{link}] /Tabs /S /StructParents 0 /Resources << /Font << /F1 {font} >> >> >>");
        file.Add("contents", "", Contents());
        file.Add("link", "<< /Type /Annot /Subtype /Link /Rect [72 700 200 712] /F 4 /Border [0 0 0] /Contents (Guide) /StructParent 1 " +
            "/A << /S /URI /URI (https://example.org/) >> >>");
        AddFont(file);
        AddStructure(file);
        return file;
    }

    public static byte[] Profile(string deviceClass, string space)
    {
        var profile = new byte[132];
        profile[3] = 132;
        profile[8] = 2;
        Encoding.ASCII.GetBytes(deviceClass).CopyTo(profile, 12);
        Encoding.ASCII.GetBytes(space).CopyTo(profile, 16);
        Encoding.ASCII.GetBytes("acsp").CopyTo(profile, 36);
        return profile;
    }

    /// <summary>A marked piece of text on a line of its own.</summary>
    public static string Marked(string tag, int mcid, string text) => $"/{tag} << /MCID {mcid} >> BDC {Line(text)} EMC\n";

    public static string Line(string text) => $"BT /F1 12 Tf <{Font.Hexadecimal(text)}> Tj ET";

    private static string Contents() =>
        "/Artifact << /Type /Pagination /Subtype /Header >> BDC " + Line("Header") + " EMC\n" +
        Marked("H1", 0, "Findings") + Marked("P", 1, "Two were found.") + Marked("Link", 2, "Guide") + Marked("Lbl", 3, "1.") + Marked("LBody", 4, "Item") +
        Marked("TH", 5, "Name") + Marked("TH", 6, "Count") + Marked("TD", 7, "Alpha") + Marked("TD", 8, "12") +
        "/Figure << /MCID 9 >> BDC 1 0 0 rg 100 100 50 50 re f EMC\n" + Marked("H2", 10, "Notes") + Marked("Note", 11, "Small print");

    private static void AddFont(SmallPdf file)
    {
        file.Add("font", "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Tiny /Encoding /Identity-H /DescendantFonts [{cidfont}] /ToUnicode {tounicode} >>");
        file.Add("cidfont", "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Tiny /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {{descriptor}} /DW {TinyFont.Advance} /CIDToGIDMap /Identity >>");
        file.Add("descriptor", "<< /Type /FontDescriptor /FontName /AAAAAA+Tiny /Flags 32 /FontBBox [0 -200 600 800] /ItalicAngle 0 /Ascent 800 /Descent -200 " +
            "/CapHeight 700 /StemV 80 /FontFile2 {fontfile} >>");
        file.Add("fontfile", "", Font.Build());
        file.Add("tounicode", "", Font.ToUnicode());
    }

    private static void AddStructure(SmallPdf file)
    {
        file.Add("tree", "<< /Type /StructTreeRoot /K {document} /ParentTree {parents} /ParentTreeNextKey 2 /RoleMap << /Remark /P >> >>");
        file.Add("parents", "<< /Nums [0 [{h1} {remark} {linkelement} {label} {body} {th1} {th2} {td1} {td2} {figure} {h2} {note}] 1 {linkelement}] >>");
        file.Add("document", "<< /Type /StructElem /S /Document /P {tree} /K [{h1} {remark} {paragraph} {list} {table} {figure} {h2} {note}] >>");
        Leaf(file, "h1", "H1", "document", 0);
        Leaf(file, "remark", "Remark", "document", 1);
        file.Add("paragraph", "<< /Type /StructElem /S /P /P {document} /K {linkelement} >>");
        file.Add("linkelement", "<< /Type /StructElem /S /Link /P {paragraph} /Pg {page} /K [2 << /Type /OBJR /Obj {link} >>] >>");
        file.Add("list", "<< /Type /StructElem /S /L /P {document} /K {item} /A << /O /List /ListNumbering /Decimal >> >>");
        file.Add("item", "<< /Type /StructElem /S /LI /P {list} /K [{label} {body}] >>");
        Leaf(file, "label", "Lbl", "item", 3);
        Leaf(file, "body", "LBody", "item", 4);
        file.Add("table", "<< /Type /StructElem /S /Table /P {document} /K [{thead} {tbody}] >>");
        file.Add("thead", "<< /Type /StructElem /S /THead /P {table} /K {headrow} >>");
        file.Add("headrow", "<< /Type /StructElem /S /TR /P {thead} /K [{th1} {th2}] >>");
        Leaf(file, "th1", "TH", "headrow", 5, "/A << /O /Table /Scope /Column >>");
        Leaf(file, "th2", "TH", "headrow", 6, "/A << /O /Table /Scope /Column >>");
        file.Add("tbody", "<< /Type /StructElem /S /TBody /P {table} /K {row} >>");
        file.Add("row", "<< /Type /StructElem /S /TR /P {tbody} /K [{td1} {td2}] >>");
        Leaf(file, "td1", "TD", "row", 7);
        Leaf(file, "td2", "TD", "row", 8);
        Leaf(file, "figure", "Figure", "document", 9, "/Alt (A red square) /A << /O /Layout /BBox [100 100 150 150] >>");
        Leaf(file, "h2", "H2", "document", 10);
        Leaf(file, "note", "Note", "document", 11, "/ID (note1)");
    }

    private static void Leaf(SmallPdf file, string name, string type, string parent, int mcid, string more = "") =>
        file.Add(name, $"<< /Type /StructElem /S /{type} /P {{{parent}}} /Pg {{page}} /K {mcid} {more} >>");
}
