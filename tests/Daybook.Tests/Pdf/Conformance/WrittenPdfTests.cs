using Daybook.Pdf;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>What our own writer makes keeps the standards it claims.</summary>
public sealed class WrittenPdfTests
{
    [Fact]
    public void An_accessible_file_with_attachments_conforms() => ConformanceAssert.Clean(WrittenPdf.Create(PdfConformance.Ua1));

    [Fact]
    public void An_archivable_file_conforms() => ConformanceAssert.CleanArchive(WrittenPdf.Create(PdfConformance.Ua1AndA2a));

    [Fact]
    public void An_archivable_file_with_attachments_conforms() => ConformanceAssert.Clean(WrittenPdf.Create(PdfConformance.Ua1AndA3a), null, PdfProfile.Ua1, PdfProfile.A3a);

    [Theory]
    [InlineData("reader")]
    [InlineData("owner")]
    public void An_encrypted_file_conforms_and_opens_with_either_password(string password) =>
        ConformanceAssert.Clean(WrittenPdf.Create(PdfConformance.Ua1, new PdfEncryption("reader", "owner", PdfPermissions.None)), password);

    [Theory]
    [InlineData(null, PdfReadError.PasswordNeeded)]
    [InlineData("wrong", PdfReadError.WrongPassword)]
    public void An_encrypted_file_does_not_open_otherwise(string? password, PdfReadError expected)
    {
        var bytes = WrittenPdf.Create(PdfConformance.Ua1, new PdfEncryption("reader", "owner", PdfPermissions.All));
        Assert.Equal(expected, Assert.Throws<PdfReadException>(() => PdfFile.Open(bytes, password)).Error);
    }
}
