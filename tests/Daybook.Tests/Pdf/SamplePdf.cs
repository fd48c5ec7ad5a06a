using Daybook.Pdf;

namespace Daybook.Tests.Pdf;

/// <summary>A small document with something of everything the writer can do.</summary>
internal static class SamplePdf
{
    public const string Paragraph =
        "The quick brown fox jumps over the lazy dog. AVAWATo fi ffl; 0x1F -> != 3x9; well-known (parenthesis) “quotes” – dash… é ü ñ Привет Ελλάδα.";

    public const string Signs = "Trend: 📈 up 📉 down ➡️ flat ✓ ✔️ ⚠️ → ≥ ≠ ×";

    private static readonly DateTimeOffset Created = new(2026, 3, 4, 17, 0, 0, TimeSpan.FromHours(1));

    public static PdfSettings Settings { get; } = new()
    {
        Title = "Close of business & <more> 📈", Author = "Red Team", Subject = "Sample", Creator = "Tests", Created = Created,
    };

    /// <param name="foreign">A paragraph for which the fonts of the system are asked; null keeps to the bundled ones.</param>
    public static byte[] Make(PdfSettings settings, string? foreign = null)
    {
        var fonts = foreign is null ? FontCatalog.Bundled.WithoutSystemFonts() : FontCatalog.Bundled;
        using var shaper = new TextShaper(fonts);
        using var output = new MemoryStream();
        using var writer = new PdfWriter(output, settings);
        var body = new TextStyle(fonts.Sans, 10);
        var page = writer.AddPage(595.28, 841.89);
        var section = writer.Structure.Add(StructureType.Section);
        page.SetDestination("start", 40);
        writer.Outline.Add("Start: Ω", "start");
        using (var canvas = page.Open())
        {
            var top = 40.0;
            using (canvas.MarkArtifact(ArtifactKind.Watermark))
            {
                canvas.Save();
                canvas.SetFill(PdfColor.Black, 0.1);
                canvas.Translate(150, 500);
                canvas.Rotate(-45);
                canvas.DrawText(shaper.Lay([new("DRAFT", body with { Size = 90, Bold = true }, new(200, 0, 0))], 900, TextLayoutOptions.Default), 0, 0);
                canvas.Restore();
            }

            Put(StructureType.H1, "Close of business", body with { Size = 22, Bold = true });
            Put(StructureType.P, Paragraph, body);
            Put(StructureType.P, Signs, body with { Italic = true });
            Put(StructureType.P, "if (a != b) c -> d;", new(fonts.Mono, 9));
            if (foreign is not null)
                Put(StructureType.P, foreign, body);
            PutLink();
            PutTable();
            PutFigure(canvas, writer, section.Add(StructureType.Figure), top);

            void Put(StructureType type, string text, TextStyle style) => PutIn(section.Add(type), text, style, 50);

            void PutIn(StructureElement element, string text, TextStyle style, double left)
            {
                using var mark = canvas.Mark(element);
                var block = shaper.Lay([new(text, style, new(20, 30, 40))], 495, TextLayoutOptions.Default);
                canvas.DrawText(block, left, top);
                top += block.Height + 6;
            }

            void PutLink()
            {
                var paragraph = section.Add(StructureType.P);
                var block = shaper.Lay(
                    [new("See ", body, PdfColor.Black), new("the guide", body, new(0, 80, 200)) { Underline = true, Tag = "https://example.com/ü" }], 400, TextLayoutOptions.Default);
                using var mark = canvas.Mark(paragraph);
                foreach (var line in block.Lines)
                {
                    foreach (var piece in line.Pieces)
                    {
                        if (piece.Tag is not string address)
                        {
                            canvas.DrawPiece(line, piece, 50, top);
                            continue;
                        }

                        var link = paragraph.Add(StructureType.Link);
                        using (canvas.Mark(link))
                            canvas.DrawPiece(line, piece, 50, top);
                        page.AddLink(50 + piece.Left, top + line.Top, piece.Width, line.Height, new PdfTarget.Web(address), link, "The guide");
                    }
                }

                top += block.Height + 6;
            }

            void PutTable()
            {
                var table = section.Add(StructureType.Table);
                var head = table.Add(StructureType.TR).Add(StructureType.TH);
                head.Scope = TableScope.Column;
                PutIn(head, "Attacks", body with { Bold = true }, 50);
                var row = table.Add(StructureType.TR);
                PutIn(row.Add(StructureType.TD), "1,234.50", body with { TabularFigures = true }, 50);
                row.Complete();
            }
        }

        using (var footer = page.Open())
        using (footer.MarkArtifact(ArtifactKind.Footer))
            footer.DrawText(shaper.Lay([new("Page 1 of 1", body, PdfColor.Black)], 495, new() { Alignment = TextAlignment.Center }), 50, 800);
        writer.SetPageLabels(new PageLabel(0, PageLabelStyle.LowerRoman));
        if (settings.Conformance != PdfConformance.Ua1AndA2a)
            writer.Attach("data.csv", "text/csv", "a,b\n1,2\n"u8, "The data", AttachmentRelationship.Data, Created);
        writer.Save();
        return output.ToArray();
    }

    private static void PutFigure(PdfCanvas canvas, PdfWriter writer, StructureElement figure, double top)
    {
        figure.Alt = "Shapes in colours";
        figure.Placement = Placement.Block;
        figure.BBox = new(50, 841.89 - top - 120, 545, 841.89 - top);
        using var mark = canvas.Mark(figure);
        canvas.SetFill(PdfGradient.Linear(50, top, 150, top, new GradientStop(0, new(255, 0, 0)), new GradientStop(0.4, new(255, 255, 0)), new GradientStop(1, new(0, 0, 255))));
        canvas.RoundedRectangle(50, top, 100, 50, 8);
        canvas.Fill();
        canvas.SetFill(PdfGradient.Radial(200, top + 25, 25, new GradientStop(0, PdfColor.White), new GradientStop(1, new(0, 120, 0))));
        canvas.Ellipse(200, top + 25, 25, 25);
        canvas.Fill();
        canvas.SetStroke(new(200, 0, 0), 2, [6, 3], LineCap.Round, LineJoin.Round, 0.5);
        canvas.MoveTo(240, top);
        canvas.LineTo(280, top + 50);
        canvas.CurveTo(300, top, 320, top, 340, top + 50);
        canvas.Stroke();
        canvas.Save();
        canvas.Ellipse(400, top + 25, 30, 20);
        canvas.Clip();
        canvas.SetFill(new PdfColor(0, 0, 200), 0.4);
        canvas.Rectangle(370, top, 60, 60);
        canvas.Fill();
        canvas.Restore();
        var form = writer.CreateForm(40, 40);
        using (var drawing = form.Open())
        {
            drawing.SetFill(new PdfColor(10, 200, 100));
            drawing.MoveTo(0, 0);
            drawing.LineTo(40, 0);
            drawing.LineTo(0, 40);
            drawing.Close();
            drawing.Fill();
        }

        canvas.DrawForm(form, 450, top);
        canvas.DrawForm(form, 500, top, 0.5);
        canvas.DrawImage(PdfImage.Load(Drawing.PngFile.Make(6, 8, false)), 50, top + 60, 40, 40);
        canvas.DrawImage(PdfImage.Load(Drawing.PngFile.Make(2, 16, false)), 100, top + 60, 40, 40);
        canvas.DrawImage(PdfImage.Load(Drawing.PngFile.Make(3, 4, true)), 150, top + 60, 40, 40);
    }
}
