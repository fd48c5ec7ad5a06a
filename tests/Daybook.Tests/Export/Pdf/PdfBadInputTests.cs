using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;
using Daybook.Tests.Pdf;

namespace Daybook.Tests.Export.Pdf;

/// <summary>Bad input gives a visible note, never a crash and never a silent gap.</summary>
public sealed class PdfBadInputTests
{
    [Fact]
    public void A_title_of_ten_thousand_characters_is_cut_with_a_note()
    {
        var title = string.Concat(Enumerable.Repeat("Endless ", 1250));
        var document = new ReportDocument(
            SampleDocuments.Metadata with { Title = title, Subtitle = title, TemplateName = title, Operator = title, Shift = title, Classification = title },
            [new Section("s", title, SectionKind.Data, [PdfSample.Text("Text.")])]);
        var (bytes, notes) = PdfSample.MakeWithNotes(document);
        ConformanceAssert.Clean(bytes);
        Assert.Contains(notes, note => note.Code == ExportNoteCodes.TitleCut);
        var pages = PdfSample.Pages(bytes);
        Assert.Contains("The title has 10,000 characters; the first 300 are shown.", pages[0], StringComparison.Ordinal);
        Assert.True(string.Join(' ', pages.Skip(1).SkipLast(1)).Split("Endless").Length > 1250, "The title of the section is whole.");
    }

    [Fact]
    public void Control_characters_and_hidden_ones_are_shown_by_their_code()
    {
        var (bytes, _) = PdfSample.MakeWithNotes(PdfSample.Of(PdfSample.Text("bell\a null\0 override\u202Eevil\u202C tag\U000E0041 lone\uD800 end")));
        ConformanceAssert.Clean(bytes);
        var text = string.Join(' ', PdfSample.Pages(bytes));
        Assert.All(["U+0007", "U+0000", "U+202E", "U+E0041", "end"], code => Assert.Contains(code, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_character_that_no_font_has_is_noted_on_the_last_page_and_for_the_log()
    {
        var (bytes, notes) = PdfSample.MakeWithNotes(PdfSample.Of(PdfSample.Text("Not a letter: \u0378.")));
        ConformanceAssert.Clean(bytes);
        Assert.Contains("U+0378", Assert.Single(notes, note => note.Code == ExportNoteCodes.MissingCharacter).Message, StringComparison.Ordinal);
        Assert.Contains("No font has the character U+0378", PdfSample.Pages(bytes)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png", "It shows: the flow")]
    [InlineData("image/jpeg", "It shows: the flow")]
    [InlineData("image/gif", "Its format, image/gif")]
    [InlineData("image/svg+xml", "can be shown in HTML only")]
    public void A_picture_that_cannot_be_read_is_a_box_that_says_so(string mediaType, string said)
    {
        var (bytes, notes) = PdfSample.MakeWithNotes(PdfSample.Of(new Image(mediaType, [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13], "the flow")));
        ConformanceAssert.Clean(bytes);
        Assert.Contains(notes, note => note.Code == ExportNoteCodes.PictureNotShown);
        var text = string.Join(' ', PdfSample.Pages(bytes));
        Assert.Contains("The picture cannot be shown", text, StringComparison.Ordinal);
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_without_values_say_why_there_is_no_picture()
    {
        var bytes = PdfSample.Make(PdfSample.Of([.. KitchenCharts.Awkward]));
        ConformanceAssert.Clean(bytes);
        var text = string.Join(' ', PdfSample.Pages(bytes));
        Assert.Contains("There is no picture because there are no values.", text, StringComparison.Ordinal);
        Assert.Contains("2 values are not numbers that can be drawn; the table has them.", text, StringComparison.Ordinal);
        Assert.Contains("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_that_is_damaged_is_noted()
    {
        var theme = BuiltInThemes.Daybook with { Logo = new ThemeLogo("image/png", [137, 80, 78, 71, 13, 10, 26, 10], "ACME", 30) };
        var (bytes, notes) = PdfSample.MakeWithNotes(RedTeamReport.Document, new PdfExportOptions { Theme = theme });
        ConformanceAssert.Clean(bytes);
        Assert.Equal(ExportNoteCodes.LogoNotShown, Assert.Single(notes).Code);
    }

    [Fact]
    public void Blocks_with_nothing_in_them_take_no_harm()
    {
        ImmutableArray<DocumentBlock> blocks =
        [
            new Paragraph([]), new Heading(2, []), new ListBlock(false, 1, []), new ListBlock(true, 1, [new ListItem(null, []), new ListItem(true, [new CodeBlock(null, "")])]),
            new Callout(Severity.Info, null, []), new Quote([]), new CodeBlock(null, ""), new MetricCards([]), new Table([], []), new PageBreak(), new PageBreak(), new Divider(),
            new Section("", null, SectionKind.Data, []), new Callout(Severity.Low, "", [new PageBreak(), new Section("in", "Inside a box", SectionKind.Data, [])]),
            new Table([new TableColumn("a", "", CellType.Text, ColumnAlignment.Left)], [new TableRow([]), new TableRow([new TextCell([])])]),
        ];
        ConformanceAssert.Clean(PdfSample.Make(PdfSample.Of(blocks)));
    }
}
