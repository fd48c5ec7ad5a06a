using System.Globalization;
using System.Text;

namespace Daybook.Composition;

/// <summary>The text of a template's file.</summary>
internal static class TemplateFile
{
    /// <summary>Null when the file cannot be a template; the reason is then among the diagnostics.</summary>
    public static string? Read(string path, long maxBytes, DiagnosticBag diagnostics)
    {
        var place = new SourceLocation(path, 0, 0);
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > maxBytes)
            {
                ReportTooLarge(place, maxBytes, diagnostics);
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Decode(bytes, place, diagnostics);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            diagnostics.Error(
                DiagnosticCodes.TemplateNotFound,
                place,
                "there is no such file",
                "Check the path; it is taken from the current folder.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(
                DiagnosticCodes.TemplateUnreadable,
                place,
                "the file cannot be read",
                "It must be a file, not a folder, and readable by the account that runs Daybook.");
        }

        return null;
    }

    public static void ReportTooLarge(SourceLocation place, long maxBytes, DiagnosticBag diagnostics) =>
        diagnostics.Error(
            DiagnosticCodes.TemplateTooLarge,
            place,
            string.Create(CultureInfo.InvariantCulture, $"the template is larger than {maxBytes:N0} bytes"),
            "Move data out of the template into files that its datasets read.");

    private static string? Decode(byte[] bytes, SourceLocation place, DiagnosticBag diagnostics)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException problem)
        {
            var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
            var start = Math.Clamp(problem.Index, 0, bytes.Length);
            var line = bytes.AsSpan(0, start).Count((byte)'\n') + 1;
            diagnostics.Error(
                DiagnosticCodes.TemplateNotText,
                isUtf16 ? place : place with { Line = line },
                isUtf16 ? "the file is UTF-16, not UTF-8" : $"the file is not UTF-8 (byte {start + 1})",
                "Save it as UTF-8.");
            return null;
        }
    }
}
