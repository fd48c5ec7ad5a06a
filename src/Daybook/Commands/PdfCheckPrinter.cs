using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.Pdf.Conformance;

namespace Daybook.Commands;

/// <summary>Prints what checks of PDF files found, for people or for programs.</summary>
internal static class PdfCheckPrinter
{
    public static void Print(CheckedPdf result, Terminal terminal)
    {
        if (result.Report is not { } report)
        {
            terminal.Talk.WriteLine($"error: '{result.Path}' cannot be read: {result.Error}");
            return;
        }

        foreach (var finding in report.Findings)
        {
            terminal.Out.WriteLine($"{result.Path}: {Place(finding)}{Severity(finding)}: {finding.Message} [{finding.Condition}]");
            terminal.Out.WriteLine("    " + finding.Advice);
        }

        var verdict = report.Conforms ? "conforms, as far as a machine can check, to" : "does not conform to";
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{result.Path}: {verdict} {string.Join(" and ", report.Profiles.Select(Name))} ({report.ConditionCount} conditions checked)"));
    }

    public static void PrintJson(IEnumerable<CheckedPdf> results, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var result in results)
                Write(result, writer);
            writer.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    public static void Summarise(IReadOnlyCollection<CheckedPdf> results, TextWriter talk)
    {
        var conforming = results.Count(result => result.Report is { Conforms: true });
        var unreadable = results.Count(result => result.Error is not null);
        talk.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(results.Count == 1 ? "1 file" : $"{results.Count} files")}: {conforming} conforming, {results.Count - conforming - unreadable} not conforming, {unreadable} unreadable"));
    }

    private static void Write(CheckedPdf result, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("file", result.Path);
        if (result.Error is { } error)
            writer.WriteString("error", error);
        if (result.Report is { } report)
        {
            writer.WriteStartArray("profiles");
            foreach (var profile in report.Profiles)
                writer.WriteStringValue(Name(profile));
            writer.WriteEndArray();
            writer.WriteBoolean("conforms", report.Conforms);
            writer.WriteNumber("conditions", report.ConditionCount);
            writer.WriteStartArray("findings");
            foreach (var finding in report.Findings)
                Write(finding, writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(PdfFinding finding, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", Severity(finding));
        writer.WriteString("condition", finding.Condition);
        writer.WriteString("title", finding.Title);
        if (finding.Page is { } page)
            writer.WriteNumber("page", page);
        if (finding.ObjectNumber is { } number)
            writer.WriteNumber("object", number);
        writer.WriteString("message", finding.Message);
        writer.WriteString("advice", finding.Advice);
        writer.WriteEndObject();
    }

    private static string Place(PdfFinding finding) => string.Concat(
        finding.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"page {page}: ") : "",
        finding.ObjectNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"object {number}: ") : "");

    private static string Severity(PdfFinding finding) => finding.IsWarning ? "warning" : "error";

    private static string Name(PdfProfile profile) => profile switch
    {
        PdfProfile.Ua1 => "PDF/UA-1",
        PdfProfile.A2b => "PDF/A-2b",
        PdfProfile.A2a => "PDF/A-2a",
        PdfProfile.A3b => "PDF/A-3b",
        PdfProfile.A3a => "PDF/A-3a",
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };
}
