using System.Globalization;
using System.Text;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;

namespace Daybook.Tests.Pdf;

/// <summary>Holds files against the standards the product promises, and prints what is wrong.</summary>
internal static class ConformanceAssert
{
    /// <summary>The file conforms to PDF/UA-1, without so much as a warning.</summary>
    public static void Clean(byte[] bytes, string? password = null) => Clean(bytes, password, PdfProfile.Ua1);

    /// <summary>The file conforms to PDF/UA-1 and PDF/A-2a, without so much as a warning.</summary>
    public static void CleanArchive(byte[] bytes) => Clean(bytes, null, PdfProfile.Ua1, PdfProfile.A2a);

    public static void Clean(byte[] bytes, string? password, params ReadOnlySpan<PdfProfile> profiles)
    {
        var report = PdfConformanceCheck.Check(PdfFile.Open(bytes, password), profiles);
        Assert.True(report.Findings.IsEmpty, Text(report));
    }

    public static string Text(PdfConformanceReport report)
    {
        var text = new StringBuilder();
        foreach (var finding in report.Findings)
            text.Append(CultureInfo.InvariantCulture, $"[{finding.Condition}] page {finding.Page}, object {finding.ObjectNumber}: {finding.Message}\n");
        return text.ToString();
    }
}
