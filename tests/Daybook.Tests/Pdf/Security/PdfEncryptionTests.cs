using Daybook.Pdf;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;

namespace Daybook.Tests.Pdf.Security;

public sealed class PdfEncryptionTests
{
    private static readonly byte[] File = SamplePdf.Make(SamplePdf.Settings with { Encryption = new("geheim-ü", "owner", PdfPermissions.Print) });

    [Theory]
    [InlineData("geheim-ü")]
    [InlineData("owner")]
    public void Either_password_opens_the_file(string password)
    {
        var file = PdfFile.Open(File, password);
        Assert.Equal((true, 1), (file.IsEncrypted, file.PageCount));
        Assert.Empty(PdfConformanceCheck.Check(file, PdfProfile.Ua1).Findings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Geheim-ü")]
    [InlineData("owner ")]
    public void Another_password_does_not(string password) =>
        Assert.Throws<PdfReadException>(() => PdfFile.Open(File, password));

    [Fact]
    public void Nothing_of_the_text_is_left_readable()
    {
        Assert.Equal(-1, File.AsSpan().IndexOf("Red Team"u8));
        Assert.Equal(-1, File.AsSpan().IndexOf("xmpmeta"u8));
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes_and_another_password_others()
    {
        var settings = SamplePdf.Settings with { Encryption = new("geheim-ü", "owner", PdfPermissions.Print) };
        Assert.Equal(File, SamplePdf.Make(settings));
        Assert.NotEqual(File, SamplePdf.Make(settings with { Encryption = new("geheim-ö", "owner", PdfPermissions.Print) }));
    }

    [Fact]
    public void A_password_does_not_reach_a_log() =>
        Assert.Equal("AES-256, Print", new PdfEncryption("geheim", "owner", PdfPermissions.Print).ToString());
}
