namespace Daybook.Tests.Pdf.Conformance;

/// <summary>Faults against PDF/UA-1 in annotations.</summary>
internal static class AnnotationFaults
{
    public static readonly PlantedFault[] All =
    [
        new("a comment held by a link", "Matterhorn 28-002", file => file.Replace("link", "/Subtype /Link", "/Subtype /Text")),
        new("a comment without a description", "Matterhorn 28-004", file => Turn(file, "/Text", "/Annot", "")),
        new("a form field without a description", "Matterhorn 28-005", file => Turn(file, "/Widget", "/Form", "/Contents (Guide)")),
        new("an unknown annotation", "Matterhorn 28-006", file => file.Replace("link", "/Subtype /Link", "/Subtype /Hologram")),
        new("a trap network", "Matterhorn 28-007", file => file.Replace("link", "/Subtype /Link", "/Subtype /TrapNet")),
        new("no tab order", "Matterhorn 28-008", file => file.Replace("page", "/Tabs /S", "")),
        new("a tab order by rows", "Matterhorn 28-009", file => file.Replace("page", "/Tabs /S", "/Tabs /R")),
        new("a form field held by a link", "Matterhorn 28-010", file => Turn(file, "/Widget", "/Link", "/TU (Guide)")),
        new("a link held by a span", "Matterhorn 28-011", file => file.Replace("linkelement", "/S /Link", "/S /Span")),
        new("a link held by nothing", "Matterhorn 28-011", file => file.Replace("linkelement", "<< /Type /OBJR /Obj {link} >>", "")),
        new("a link without a description", "Matterhorn 28-012", file => file.Replace("link", "/Contents (Guide)", "")),
        new("a media clip without type", "Matterhorn 28-014", file => file.Add("clip", "<< /Type /MediaClip /S /MCD /D (film.mp4) /Alt [() (A film)] >>")),
        new("a media clip without description", "Matterhorn 28-015", file => file.Add("clip", "<< /Type /MediaClip /S /MCD /D (film.mp4) /CT (video/mp4) >>")),
        new("an attached file with one name", "Matterhorn 28-016", file => Turn(file, "/FileAttachment", "/Annot", "/Contents (Data) /FS << /F (a.csv) >>")),
        new("a printer's mark in the structure", "Matterhorn 28-017", file => file.Replace("link", "/Subtype /Link", "/Subtype /PrinterMark")),
        new("a printer's mark that is no artifact", "Matterhorn 28-018", file =>
        {
            file.Replace("link", "/Subtype /Link", "/Subtype /PrinterMark /AP << /N {mark} >>");
            file.Replace("linkelement", "<< /Type /OBJR /Obj {link} >>", "");
            file.Add("mark", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f");
        }),
    ];

    /// <summary>Makes the link another annotation, held by another element.</summary>
    private static void Turn(SmallPdf file, string subtype, string holder, string contents)
    {
        file.Replace("link", "/Subtype /Link", "/Subtype " + subtype);
        file.Replace("link", "/Contents (Guide)", contents);
        file.Replace("linkelement", "/S /Link", "/S " + holder);
    }
}
