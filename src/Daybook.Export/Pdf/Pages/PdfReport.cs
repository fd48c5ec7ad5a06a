using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>
/// Makes the PDF of one report in one pass: cover, sections page by page as they fill, the page about the report; then the contents, put
/// behind the cover, and the heads and feet, which know the number of pages.
/// </summary>
internal sealed class PdfReport
{
    private readonly ReportDocument _document;
    private readonly PdfWriter _writer;
    private readonly PdfSetting _setting;
    private readonly StructureElement _cover;
    private readonly StructureElement _contentsPlace;
    private readonly StructureElement _body;
    private readonly PdfContents _contents;
    private readonly CancellationToken _cancellationToken;

    public PdfReport(ReportDocument document, PdfExportOptions options, PdfWriter writer, TextShaper shaper, CancellationToken cancellationToken)
    {
        (_document, _writer, _cancellationToken) = (document, writer, cancellationToken);
        var paper = options.PageSize;
        var shape = options.Landscape ? new PageShape(paper.Height, paper.Width) : new PageShape(paper.Width, paper.Height);
        var styles = new PdfStyles(options.Theme, shaper.Catalog);
        _setting = new PdfSetting(writer, options, styles, shaper, new Anchors(document), new PageFiller(shape, Draw), shape);
        _cover = writer.Structure.Add(StructureType.Part);
        _contentsPlace = writer.Structure.Add(StructureType.Part);
        _body = writer.Structure.Add(StructureType.Part);
        _contents = new PdfContents(writer.Outline);
    }

    /// <returns>What could not be shown as it should.</returns>
    public ImmutableArray<ExportNote> Make()
    {
        var coverEnd = new CoverPage(_setting, _document, _cover).Draw();
        Sections();
        if (_setting.Options.IncludeMetadata)
            new MetadataPage(_setting, _document, _contents).Add(_writer.Structure.Add(StructureType.Part));
        _setting.Filler.Finish();
        if (_setting.Options.IncludeTableOfContents && _contents.Entries.Count > 0)
            new ContentsPages(_setting, _contents.Entries, _contentsPlace).Draw(coverEnd);
        new RunningText(_setting, _document.Metadata).Draw(_setting.Pages);
        _writer.SetPageLabels(new PageLabel(0, PageLabelStyle.None, "Cover"), new PageLabel(1, PageLabelStyle.Decimal, Start: 2));
        if (_setting.Options.AttachData)
            DataAttachments.Add(_writer, _document);
        _writer.Save();
        return [.. _setting.Notes, .. Missing()];
    }

    private void Sections()
    {
        var blocks = new PdfBlocks(_setting, _contents);
        var place = new BlockPlace(PageShape.Left, _setting.Shape.ContentWidth, _body, new HeadingLevels(sectionLevel: 1));
        foreach (var section in _document.Sections)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            section.Accept(blocks, place);
        }

        if (_document.Sections.IsEmpty)
            new PdfTexts(_setting).Remark("This report has no sections.", place);
    }

    private void Draw(FilledPage filled)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var page = _writer.AddPage(filled.Shape.Width, filled.Shape.Height);
        _setting.Pages.Add(page);
        using var canvas = page.Open();
        var drawing = new PageDrawing(page, filled.Shape, canvas, _setting.Styles);
        Watermark.Draw(_setting, drawing);
        FrameDrawing.Draw(drawing, filled.Items);
        foreach (var (item, top, _) in filled.Items)
            item.Draw(drawing, top);
    }

    private IEnumerable<ExportNote> Missing() => _setting.Shaper.Missing.Select(MissingText.NoteOf);
}
