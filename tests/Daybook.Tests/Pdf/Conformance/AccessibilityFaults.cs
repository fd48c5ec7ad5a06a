namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Faults against PDF/UA-1 in the structure and the parts of a document.</summary>
internal static class AccessibilityFaults
{
    private const string EmbeddedFile = "<< /Type /Filespec /F (a.csv) /EF << /F {data} >> >>";

    public static readonly PlantedFault[] All =
    [
        new("a header of PDF 2.0", "ISO 14289-1 6.1", file => file.Header = "%PDF-2.0\n"),
        new("not marked as tagged", "ISO 14289-1 6.2", file => file.Replace("catalog", "/Marked true", "/Marked false")),
        new("no structure tree", ["ISO 14289-1 7.1", "Matterhorn 01-005", "Matterhorn 28-011"], file => file.Replace("catalog", "/StructTreeRoot {tree}", "")),
        new("an element without parent", "ISO 32000-1 14.7.2", file => file.Replace("h1", "/P {document}", "")),
        new("an element with a foreign parent", "ISO 32000-1 14.7.2", file => file.Replace("h1", "/P {document}", "/P {list}")),
        new("a parent tree that leads elsewhere", "ISO 32000-1 14.7.4.4", file => file.Replace("parents", "[{h1} {remark}", "[{remark} {h1}")),
        new("a link without its number", "ISO 32000-1 14.7.4.4", file => file.Replace("link", "/StructParent 1", "")),
        new("an identifier used twice", "ISO 32000-1 14.7.4.3", file => file.ReplaceData("contents", "/P << /MCID 1 >>", "/P << /MCID 0 >>")),
        new("marks closed twice", "ISO 32000-1 14.6", file => file.ReplaceData("contents", "/H2 <<", "EMC /H2 <<")),
        new("an artifact in tagged content", "Matterhorn 01-003", file => file.ReplaceData("contents", "/P << /MCID 1 >> BDC ", "/P << /MCID 1 >> BDC /Artifact BMC 0 0 9 9 re f EMC ")),
        new("tagged content in an artifact", "Matterhorn 01-004", file =>
            file.ReplaceData("contents", GoodPdf.Marked("H1", 0, "Findings"), "/Artifact BMC " + GoodPdf.Marked("H1", 0, "Findings") + "EMC ")),
        new("text that is not tagged", "Matterhorn 01-005", file => file.ReplaceData("contents", "/P << /MCID 1 >>", "/P << >>")),
        new("text whose tag leads nowhere", "Matterhorn 01-005", file => file.ReplaceData("contents", "/P << /MCID 1 >>", "/P << /MCID 99 >>")),
        new("a drawing that is not tagged", "Matterhorn 01-005", file => file.ReplaceData("contents", "/Artifact <<", "0 0 10 10 re f /Artifact <<")),
        new("suspect tags", "Matterhorn 01-007", file => file.Replace("catalog", "/Marked true", "/Marked true /Suspects true")),
        new("a type that is mapped nowhere", "Matterhorn 02-001", file => file.Replace("tree", "/Remark /P", "")),
        new("a role map in a circle", "Matterhorn 02-003", file => file.Replace("tree", "/Remark /P", "/Remark /Aside /Aside /Remark")),
        new("a standard type with another meaning", "Matterhorn 02-004", file => file.Replace("tree", "/Remark /P", "/Remark /P /Code /P")),
        new("no metadata", "Matterhorn 06-001", file => file.Replace("catalog", "/Metadata {metadata}", "")),
        new("metadata of another type", "Matterhorn 06-001", file => file.Replace("metadata", "/Subtype /XML", "/Subtype /JSON")),
        new("metadata that is no XML", "Matterhorn 06-001", file => file.ReplaceData("metadata", "</rdf:RDF>", "")),
        new("no claim of PDF/UA", "Matterhorn 06-002", file => file.ReplaceData("metadata", "<pdfuaid:part>1</pdfuaid:part>", "")),
        new("a claim of another part", "Matterhorn 06-002", file => file.ReplaceData("metadata", "<pdfuaid:part>1<", "<pdfuaid:part>7<")),
        new("no title in the metadata", "Matterhorn 06-003", file => file.ReplaceData("metadata", ">Daily report<", "><")),
        new("no word on showing the title", "Matterhorn 07-001", file => file.Replace("catalog", "/DisplayDocTitle true", "")),
        new("a title that is not shown", "Matterhorn 07-002", file => file.Replace("catalog", "/DisplayDocTitle true", "/DisplayDocTitle false")),
        new("a row outside a table", "Matterhorn 09-004", file => file.Replace("tbody", "/S /TBody", "/S /Sect")),
        new("a table head without body", "Matterhorn 09-004", file => file.Replace("tbody", "/S /TBody", "/S /TFoot")),
        new("a paragraph in a row", ["ISO 14289-1 7.5", "Matterhorn 09-004"], file => file.Replace("td2", "/S /TD", "/S /P")),
        new("an item outside a list", "Matterhorn 09-005", file => file.Replace("list", "/S /L ", "/S /Sect ")),
        new("an entry outside a table of contents", "Matterhorn 09-006", file => file.Replace("remark", "/S /Remark", "/S /TOCI")),
        new("a ruby text alone", "Matterhorn 09-007", file => file.Replace("remark", "/S /Remark", "/S /RT")),
        new("a warichu text alone", "Matterhorn 09-008", file => file.Replace("remark", "/S /Remark", "/S /WT")),
        new("no language", ["Matterhorn 11-001", "Matterhorn 11-002", "Matterhorn 11-003", "Matterhorn 11-004", "Matterhorn 11-006"], file => file.Replace("catalog", "/Lang (en)", "")),
        new("no language for bookmarks and title", ["Matterhorn 11-003", "Matterhorn 11-006"], file =>
        {
            file.Replace("catalog", "/Lang (en)", "");
            file.Replace("document", "/S /Document", "/S /Document /Lang (en)");
        }),
        new("no language for a form field", ["Matterhorn 11-003", "Matterhorn 11-005", "Matterhorn 11-006"], file =>
        {
            file.Replace("catalog", "/Lang (en)", "");
            file.Replace("document", "/S /Document", "/S /Document /Lang (en)");
            file.Add("field", "<< /FT /Tx /T (name) /TU (Your name) >>");
        }),
        new("a language that is none", "ISO 14289-1 7.2", file => file.Replace("catalog", "/Lang (en)", "/Lang (English language)")),
        new("a figure without a description", "Matterhorn 13-004", file => file.Replace("figure", "/Alt (A red square)", "")),
        new("a figure without a place", "ISO 32000-1 14.8.5.4.3", file => file.Replace("figure", "/BBox [100 100 150 150]", "")),
        new("a first heading of level 2", "Matterhorn 14-002", file => file.Replace("h1", "/S /H1", "/S /H2")),
        new("a skipped level", "Matterhorn 14-003", file => file.Replace("h2", "/S /H2", "/S /H3")),
        new("two H in one element", "Matterhorn 14-006", file =>
        {
            file.Replace("h1", "/S /H1", "/S /H");
            file.Replace("h2", "/S /H2", "/S /H");
        }),
        new("H beside numbered headings", "Matterhorn 14-007", file => file.Replace("h2", "/S /H2", "/S /H")),
        new("a header cell without scope", "Matterhorn 15-003", file => file.Replace("th1", "/Scope /Column", "")),
        new("a cell that spans too far", "ISO 14289-1 7.5", file => file.Replace("td1", "/S /TD", "/S /TD /A << /O /Table /ColSpan 2 >>")),
        new("a formula without a description", "Matterhorn 17-002", file =>
        {
            file.Replace("figure", "/S /Figure", "/S /Formula");
            file.Replace("figure", "/Alt (A red square)", "");
        }),
        new("a formula without meaning", ["Matterhorn 10-001", "Matterhorn 17-003"], file =>
        {
            file.Replace("figure", "/S /Figure", "/S /Formula");
            file.ReplaceData("contents", "1 0 0 rg 100 100 50 50 re f", GoodPdf.Line("Z"));
            file.ReplaceData("tounicode", "<001B> <005A>\n", "");
        }),
        new("a note without identifier", "Matterhorn 19-003", file => file.Replace("note", "/ID (note1)", "")),
        new("two notes with one identifier", "Matterhorn 19-004", file => file.Replace("remark", "/S /Remark", "/S /Note /ID (note1)")),
        new("an unnamed alternative of optional content", "Matterhorn 20-001", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /OCProperties << /OCGs [] /D << /Name (Default) >> /Configs [<< >>] >>")),
        new("unnamed optional content", "Matterhorn 20-002", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /OCProperties << /OCGs [] /D << >> >>")),
        new("optional content that switches itself", "Matterhorn 20-003", file => file.Replace("catalog", "/Lang (en)", "/Lang (en) /OCProperties << /OCGs [] /D << /Name (Default) /AS [] >> >>")),
        new("an embedded file with one name", "Matterhorn 21-001", file =>
        {
            file.Replace("catalog", "/Lang (en)", "/Lang (en) /Names << /EmbeddedFiles << /Names [(a.csv) " + EmbeddedFile + "] >> >>");
            file.Add("data", "/Type /EmbeddedFile", "a,b");
        }),
        new("a dynamic form", "Matterhorn 25-001", file =>
        {
            file.Replace("catalog", "/Lang (en)", "/Lang (en) /AcroForm << /Fields [] /XFA {xfa} >>");
            file.Add("xfa", "", "<config><acrobat7><dynamicRender>required</dynamicRender></acrobat7></config>");
        }),
        new("encryption without permissions", "Matterhorn 26-001", file => IdentityEncryption.Add(file, null)),
        new("encryption that shuts out assistive technology", "Matterhorn 26-002", file => IdentityEncryption.Add(file, -1 & ~512)),
        new("a reference to another file's page", "Matterhorn 30-001", file => file.Add("form", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (other.pdf) /Page 0 >>", "")),
        new("a tagged form drawn twice", "Matterhorn 30-002", file =>
        {
            file.Add("form", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /StructParents 2", "/P << /MCID 0 >> BDC 0 0 5 5 re f EMC");
            file.Replace("page", "/Resources <<", "/Resources << /XObject << /X {form} >>");
            file.ReplaceData("contents", "/H2 <<", "/X Do /X Do /H2 <<");
            file.Replace("remark", "/K 1", "/K [1 << /Type /MCR /Stm {form} /MCID 0 >>]");
            file.Replace("parents", "1 {linkelement}", "1 {linkelement} 2 [{remark}]");
        }),
    ];
}
