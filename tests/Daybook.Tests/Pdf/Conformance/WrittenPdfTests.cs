using Daybook.Pdf;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>What our own writer makes, read by our own reader.</summary>
public sealed class WrittenPdfTests
{
    [Fact]
    public void An_archive_with_attachments_keeps_the_standard() => ConformanceAssert.Clean(
        SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA3a }), null, PdfProfile.Ua1, PdfProfile.A3a);

    [Fact]
    public void A_faulty_document_of_our_own_is_found_out()
    {
        using var output = new MemoryStream();
        using (var writer = new PdfWriter(output, SamplePdf.Settings))
        {
            using (var canvas = writer.AddPage(100, 100).Open())
            using (canvas.Mark(writer.Structure.Add(StructureType.Figure)))
            {
                canvas.Rectangle(0, 0, 10, 10);
                canvas.Fill();
            }

            writer.Structure.Add(StructureType.H2);
            writer.Save();
        }

        Assert.Equal(["Matterhorn 13-004", "ISO 32000-1 14.8.5.4.3", "Matterhorn 14-002"],
            PdfConformanceCheck.Check(PdfFile.Open(output.ToArray()), PdfProfile.Ua1).Findings.Select(finding => finding.Condition));
    }

    [Theory]
    [InlineData(null, PdfReadError.PasswordNeeded)]
    [InlineData("wrong", PdfReadError.WrongPassword)]
    public void A_protected_file_opens_with_its_passwords_only(string? password, PdfReadError expected)
    {
        var bytes = SamplePdf.Make(SamplePdf.Settings with { Encryption = new("reader-ü", "owner", PdfPermissions.All) });
        Assert.Equal(expected, Assert.Throws<PdfReadException>(() => PdfFile.Open(bytes, password)).Error);
        Assert.Equal([1, 1], new[] { "reader-ü", "owner" }.Select(known => PdfFile.Open(bytes, known).PageCount));
    }
}
