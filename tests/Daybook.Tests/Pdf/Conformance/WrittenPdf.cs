using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>A file of our own writer with everything a report has.</summary>
internal static class WrittenPdf
{
    private static readonly DateTimeOffset Created = new(2026, 5, 4, 18, 0, 0, TimeSpan.FromHours(2));

    public static byte[] Create(PdfConformance conformance, PdfEncryption? encryption = null)
    {
        using var output = new MemoryStream();
        using (var writer = new PdfWriter(output, new PdfSettings
        {
            Title = "Daily report — Zürich", Author = "Night shift", Subject = "Findings", Creator = "daybook", Language = "en", Created = Created,
            Conformance = conformance, Encryption = encryption,
        }))
        using (var shaper = new TextShaper(FontCatalog.Bundled.WithoutSystemFonts()))
        {
            FirstPage(writer, shaper);
            SecondPage(writer, shaper);
            writer.SetPageLabels(new PageLabel(0, PageLabelStyle.LowerRoman), new PageLabel(1, PageLabelStyle.Decimal));
            if (conformance != PdfConformance.Ua1AndA2a)
                writer.Attach("data.csv", "text/csv", "a,b\n1,2\n"u8, "The data of the report", AttachmentRelationship.Data, Created);
            writer.Save();
        }

        return output.ToArray();
    }

    private static void FirstPage(PdfWriter writer, TextShaper shaper)
    {
        var page = writer.AddPage(595, 842);
        page.SetDestination("top", 0);
        var top = writer.Outline.Add("Findings", "top");
        writer.Outline.Add("Details", "details", top);
        using (var canvas = page.Open())
        {
            using (canvas.MarkArtifact(ArtifactKind.Background))
            {
                canvas.SetFill(PdfGradient.Linear(0, 0, 595, 0, new GradientStop(0, new PdfColor(250, 250, 255)), new GradientStop(1, new PdfColor(230, 230, 255))), 0.5);
                canvas.Rectangle(0, 0, 595, 100);
                canvas.Fill();
            }

            var section = writer.Structure.Add(StructureType.Section);
            Write(canvas, shaper, section.Add(StructureType.H1), "Findings of the day: fi ﬁ ✓ 📈", 40, 60, 20, bold: true);
            var paragraph = section.Add(StructureType.P);
            Write(canvas, shaper, paragraph, "Zwölf Proben — naïve café, €5, “quoted”, 3 ≤ 4. ", 40, 110, 11);
            var link = paragraph.Add(StructureType.Link);
            Write(canvas, shaper, link, "The guide", 40, 130, 11);
            page.AddLink(40, 130, 60, 14, new PdfTarget.Web("https://example.org/guide"), link, "The guide on the web");
            var contents = section.Add(StructureType.TOC).Add(StructureType.TOCI).Add(StructureType.Reference);
            var entry = contents.Add(StructureType.Link);
            Write(canvas, shaper, entry, "Details 2", 40, 150, 11);
            page.AddLink(40, 150, 60, 14, new PdfTarget.Named("details"), entry, "Details, page 2");
            var item = section.Add(StructureType.L);
            item.ListNumbering = ListNumbering.Disc;
            var listItem = item.Add(StructureType.LI);
            Write(canvas, shaper, listItem.Add(StructureType.Lbl), "•", 40, 170, 11);
            Write(canvas, shaper, listItem.Add(StructureType.LBody), "First item: office affluent", 50, 170, 11);
            Table(canvas, shaper, section.Add(StructureType.Table));
            Figure(writer, canvas, section.Add(StructureType.Figure));
        }

        using var footer = page.Open();
        using (footer.MarkArtifact(ArtifactKind.Footer))
            footer.DrawText(Lay(shaper, "Page 1 of 2", 9, false), 40, 800);
    }

    private static void SecondPage(PdfWriter writer, TextShaper shaper)
    {
        var page = writer.AddPage(842, 595);
        page.SetDestination("details", 40);
        using var canvas = page.Open();
        Write(canvas, shaper, writer.Structure.Add(StructureType.H2), "Details", 40, 40, 16, bold: true);
        var aside = writer.Structure.Add(StructureType.Aside);
        Write(canvas, shaper, aside.Add(StructureType.P), "Ein Satz auf Deutsch.", 40, 70, 11);
        var code = writer.Structure.Add(StructureType.Code);
        using (canvas.Mark(code))
            canvas.DrawText(shaper.Lay([new TextSpan("if (x) { return; }", new TextStyle(FontCatalog.Bundled.Mono, 10), PdfColor.Black)], 400, TextLayoutOptions.Default), 40, 100);
        var quote = writer.Structure.Add(StructureType.BlockQuote);
        quote.Language = "he";
        Write(canvas, shaper, quote.Add(StructureType.P), "A → B ⇒ C", 40, 130, 11);
    }

    private static void Table(PdfCanvas canvas, TextShaper shaper, StructureElement table)
    {
        var head = table.Add(StructureType.THead).Add(StructureType.TR);
        var body = table.Add(StructureType.TBody);
        foreach (var (column, name) in new[] { "Probe", "Hits" }.Index())
        {
            var cell = head.Add(StructureType.TH);
            cell.Scope = TableScope.Column;
            Write(canvas, shaper, cell, name, 40 + (100 * column), 200, 10, bold: true);
        }

        for (var row = 0; row < 3; row++)
        {
            var line = body.Add(StructureType.TR);
            Write(canvas, shaper, line.Add(StructureType.TD), $"probe{row}", 40, 220 + (20 * row), 10);
            Write(canvas, shaper, line.Add(StructureType.TD), $"{row * 7}", 140, 220 + (20 * row), 10);
        }
    }

    private static void Figure(PdfWriter writer, PdfCanvas canvas, StructureElement figure)
    {
        figure.Alt = "A bar chart of three probes.";
        figure.BBox = new PdfRectangle(40, 442, 240, 542);
        var form = writer.CreateForm(200, 100);
        using (var drawing = form.Open())
        {
            drawing.SetFill(new PdfColor(200, 30, 30), 0.8);
            drawing.RoundedRectangle(10, 10, 30, 80, 4);
            drawing.Fill();
            drawing.SetStroke(PdfColor.Black, 1);
            drawing.MoveTo(0, 95);
            drawing.LineTo(200, 95);
            drawing.Stroke();
        }

        using (canvas.Mark(figure))
            canvas.DrawForm(form, 40, 300);
    }

    private static void Write(PdfCanvas canvas, TextShaper shaper, StructureElement element, string text, double left, double top, double size, bool bold = false)
    {
        using (canvas.Mark(element))
            canvas.DrawText(Lay(shaper, text, size, bold), left, top);
    }

    private static TextBlock Lay(TextShaper shaper, string text, double size, bool bold) =>
        shaper.Lay([new TextSpan(text, new TextStyle(FontCatalog.Bundled.Sans, size) { Bold = bold }, PdfColor.Black)], 500, TextLayoutOptions.Default);
}
