using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export;
using UglyToad.PdfPig;

namespace Daybook.Tests.Export.Pdf;

/// <summary>Makes PDF files and reads them back with a reader we did not write.</summary>
internal static class PdfSample
{
    public static byte[] Make(ReportDocument document, PdfExportOptions? options = null) => MakeWithNotes(document, options).Bytes;

    public static (byte[] Bytes, ImmutableArray<ExportNote> Notes) MakeWithNotes(ReportDocument document, PdfExportOptions? options = null)
    {
        using var output = new MemoryStream();
        var notes = new PdfExporter().ExportAsync(document, options ?? new PdfExportOptions(), output, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return (output.ToArray(), notes);
    }

    /// <summary>The text of each page, words separated by single spaces.</summary>
    public static List<string> Pages(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf);
        return [.. file.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }

    /// <summary>The letters of each page as they are drawn, for text that does not run along lines.</summary>
    public static List<string> Letters(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf);
        return [.. file.GetPages().Select(page => page.Text)];
    }

    public static List<(double Width, double Height)> Sizes(byte[] pdf)
    {
        using var file = PdfDocument.Open(pdf);
        return [.. file.GetPages().Select(page => (Math.Round(page.Width), Math.Round(page.Height)))];
    }

    public static ReportDocument Of(params ImmutableArray<DocumentBlock> blocks) =>
        new(Documents.SampleDocuments.Metadata with { Status = ReportStatus.Completed }, [new Section("only", "Only section", SectionKind.Data, blocks)]);

    public static Paragraph Text(string text) => new([new TextInline(text)]);
}
