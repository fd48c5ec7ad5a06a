using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Commands;

/// <summary>Prints diagnostics as compilers do, or as JSON for programs.</summary>
internal static class DiagnosticPrinter
{
    /// <summary><c>file:12:5: error: message [code]</c>, and what to do below it.</summary>
    public static void Print(IEnumerable<Diagnostic> diagnostics, TextWriter output)
    {
        foreach (var diagnostic in diagnostics)
        {
            output.WriteLine($"{Place(diagnostic)}{Word(diagnostic)}: {diagnostic.Message} [{diagnostic.Code}]");
            if (diagnostic.Advice is { } advice)
                output.WriteLine("    " + advice);
        }
    }

    public static void PrintJson(IEnumerable<Diagnostic> diagnostics, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (var diagnostic in diagnostics)
                Write(diagnostic, writer);
            writer.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", Word(diagnostic));
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("message", diagnostic.Message);
        writer.WriteString("file", diagnostic.File);
        if (diagnostic.Line is { } line)
            writer.WriteNumber("line", line);
        if (diagnostic.Column is { } column)
            writer.WriteNumber("column", column);
        if (diagnostic.Advice is { } advice)
            writer.WriteString("advice", advice);
        writer.WriteEndObject();
    }

    private static string Word(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";

    private static string Place(Diagnostic diagnostic) => string.Concat(
        diagnostic.File is { } file ? file + ":" : "",
        diagnostic.Line is { } line ? line + ":" : "",
        diagnostic.Column is { } column ? column + ":" : "",
        diagnostic.File is null && diagnostic.Line is null ? "" : " ");
}
