using System.IO.Compression;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;
using Daybook.Tests.Pdf.Conformance;

namespace Daybook.Tests.Pdf.Reading;

/// <summary>Files made to exhaust a reader end in an error or a finding.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void A_decompression_bomb_is_refused()
    {
        var file = GoodPdf.Create();
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 16; i++)
                zlib.Write(zeros);
        }

        file.Replace("page", "/Contents {contents}", "/Contents {bomb}");
        file.Add("bomb", "/Filter /FlateDecode", packed.ToArray());
        var read = PdfFile.Open(file.Build(), null, new ReadingLimits { DecodedStream = 1 << 20 });
        Assert.Equal(PdfReadError.TooLarge, Assert.Throws<PdfReadException>(() => PdfConformanceCheck.Check(read, PdfProfile.Ua1)).Error);
    }

    [Fact]
    public void Arrays_nested_without_end_are_refused()
    {
        var file = GoodPdf.Create();
        file.Replace("catalog", "/Lang (en)", "/Lang (en) /Deep " + new string('[', 100_000));
        Assert.Equal(PdfReadError.Damaged, Assert.Throws<PdfReadException>(() => PdfFile.Open(file.Build())).Error);
    }

    [Fact]
    public void Pages_that_hold_each_other_are_read_once()
    {
        var file = GoodPdf.Create();
        file.Replace("pages", "/Kids [{page}]", "/Kids [{page} {pages}]");
        var read = PdfFile.Open(file.Build());
        Assert.Equal(1, read.PageCount);
        Assert.Contains(read.Problems, problem => problem.Message.StartsWith("The page tree contains a node twice", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_that_draws_itself_is_drawn_once()
    {
        var file = GoodPdf.Create();
        file.Replace("page", "/Resources <<", "/Resources << /XObject << /X {form} >>");
        file.ReplaceData("contents", "1 0 0 rg", "/X Do 1 0 0 rg");
        file.Add("form", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {form} >> >>", "/X Do");
        var finding = Assert.Single(PdfConformanceCheck.Check(PdfFile.Open(file.Build()), PdfProfile.Ua1).Findings);
        Assert.Equal(("ISO 32000-1 7", file.Number("form")), (finding.Condition, finding.ObjectNumber));
    }

    [Fact]
    public void Forms_that_draw_more_and_more_forms_are_refused()
    {
        var file = GoodPdf.Create();
        file.Replace("page", "/Resources <<", "/Resources << /XObject << /X {form0} >>");
        file.ReplaceData("contents", "1 0 0 rg", "/X Do 1 0 0 rg");
        for (var i = 0; i < 40; i++)
            file.Add($"form{i}", $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {{form{i + 1}}} >> >>", "/X Do /X Do");
        file.Add("form40", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "");
        var read = PdfFile.Open(file.Build(), null, new ReadingLimits { DrawnStreams = 10_000 });
        Assert.Equal(PdfReadError.TooLarge, Assert.Throws<PdfReadException>(() => PdfConformanceCheck.Check(read, PdfProfile.Ua1)).Error);
    }

    [Fact]
    public void Elements_that_hold_each_other_are_read_once()
    {
        var file = GoodPdf.Create();
        file.Replace("item", "/K [{label} {body}]", "/K [{label} {body} {list}]");
        Assert.Equal(["ISO 32000-1 7"], PdfConformanceCheck.Check(PdfFile.Open(file.Build()), PdfProfile.Ua1).Findings.Select(finding => finding.Condition));
    }

    [Fact]
    public void References_in_a_circle_count_as_nothing()
    {
        var file = GoodPdf.Create();
        file.Add("first", "{second}");
        file.Add("second", "{first}");
        file.Replace("info", "(Daily report)", "{first}");
        Assert.Null(PdfFile.Open(file.Build()).Trailer.Dictionary("Info")!["Title"]);
    }

    [Fact]
    public void Updates_that_point_back_at_each_other_are_searched_for_instead()
    {
        var file = GoodPdf.Create();
        file.Trailer += " /Prev 1";
        var bytes = file.Build();
        var start = System.Text.Encoding.Latin1.GetString(bytes).LastIndexOf("xref\n0 ", StringComparison.Ordinal);
        file.Trailer = file.Trailer.Replace("/Prev 1", $"/Prev {start}", StringComparison.Ordinal);
        Assert.StartsWith("The cross-reference table is damaged (its parts refer to each other in a circle)",
            Assert.Single(PdfFile.Open(file.Build()).Problems).Message, StringComparison.Ordinal);
    }
}
