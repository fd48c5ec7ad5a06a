namespace Daybook.SystemTests.Pdf;

/// <summary>Makes PDF files with programs we did not write.</summary>
internal sealed class ForeignFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-pdf-");

    public void Dispose() => _folder.Delete(recursive: true);

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public async Task<string> ByChromiumAsync()
    {
        await ExternalProgram.RunAsync("chromium", "chromium",
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--generate-pdf-document-outline", "--export-tagged-pdf", "--no-pdf-header-footer",
            "--print-to-pdf=" + PathOf("chromium.pdf"), Source("pages.html"),
        ]);
        return PathOf("chromium.pdf");
    }

    public async Task<string> ByReportLabAsync()
    {
        Assert.SkipUnless(Directory.Exists("/usr/lib/python3/dist-packages/reportlab"), "ReportLab is missing; install python3-reportlab.");
        await ExternalProgram.RunAsync("/usr/bin/python3", "python3", [Source("reportlab_pages.py"), PathOf("reportlab.pdf")]);
        return PathOf("reportlab.pdf");
    }

    /// <summary>PDF/UA-1 and PDF/A-2 as LibreOffice makes them.</summary>
    public async Task<string> ByLibreOfficeAsync()
    {
        await ExternalProgram.RunAsync("soffice", "libreoffice-writer-nogui",
        [
            "-env:UserInstallation=file://" + PathOf("profile"), "--headless", "--convert-to",
            "pdf:writer_web_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}",
            "--outdir", _folder.FullName, Source("pages.html"),
        ]);
        return PathOf("pages.pdf");
    }

    /// <summary>The file as qpdf rewrites it.</summary>
    public async Task<string> RewriteAsync(string path, params string[] options)
    {
        await ExternalProgram.RunAsync("qpdf", "qpdf", ["--allow-weak-crypto", .. options, path, PathOf("rewritten.pdf")]);
        return PathOf("rewritten.pdf");
    }

    private static string Source(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
