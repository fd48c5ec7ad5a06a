using System.Text;

namespace Daybook.Composition;

/// <summary>Reads templates written in JSON or YAML, and finds everything that is wrong with one at once. Safe to use from many threads.</summary>
public sealed class TemplateReader(TemplateReaderOptions options)
{
    /// <param name="fileName">
    /// Names the template in messages. An ending <c>.json</c> makes the text strict JSON, <c>.yaml</c> and <c>.yml</c> make it YAML; otherwise the first
    /// character decides.
    /// </param>
    public TemplateReadResult Read(string text, string fileName)
    {
        var diagnostics = new DiagnosticBag();
        return Finish(Map(text, fileName, diagnostics), diagnostics);
    }

    public TemplateReadResult ReadFile(string path)
    {
        var diagnostics = new DiagnosticBag();
        var text = TemplateFile.Read(path, options.MaxBytes, diagnostics);
        return Finish(text is null ? null : Map(text, path, diagnostics), diagnostics);
    }

    private static TemplateReadResult Finish(ReportTemplate? template, DiagnosticBag diagnostics) =>
        new(diagnostics.HasErrors ? null : template, diagnostics.ToImmutable());

    private ReportTemplate? Map(string text, string fileName, DiagnosticBag diagnostics)
    {
        var start = new SourceLocation(fileName, 1, 1);
        if (Encoding.UTF8.GetByteCount(text) > options.MaxBytes)
        {
            TemplateFile.ReportTooLarge(start with { Line = 0, Column = 0 }, options.MaxBytes, diagnostics);
            return null;
        }

        var source = text.StartsWith('\uFEFF') ? text[1..] : text;
        TemplateNode? root = null;
        try
        {
            var lines = new LineMap(fileName, source);
            if (!string.IsNullOrWhiteSpace(source))
                root = IsJson(fileName, source) ? JsonNodes.Read(source, lines, diagnostics) : YamlNodes.Read(source, lines, diagnostics);
        }
        catch (NodeRefusedException refused)
        {
            diagnostics.Error(refused.Code, refused.Place, refused.Message, refused.Advice);
            return null;
        }

        switch (root)
        {
            case MappingNode template:
                return TemplateMapping.Map(ImportedTemplate.Normalise(template, diagnostics), new MappingContext(fileName, options, diagnostics));
            case null or ScalarNode { Kind: ScalarKind.Null }:
                diagnostics.Error(
                    DiagnosticCodes.TemplateEmpty,
                    start,
                    "the template is empty",
                    "A template has at least 'metadata' with 'id', 'name' and 'version', and 'blocks'.");
                return null;
            default:
                diagnostics.Error(
                    DiagnosticCodes.WrongType,
                    root.Location,
                    $"a template must be an object, but is {NodeWords.Describe(root)}",
                    "A template starts with the key 'metadata'.");
                return null;
        }
    }

    private static bool IsJson(string fileName, string text) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".json" => true,
        ".yaml" or ".yml" => false,
        _ => text.AsSpan().TrimStart() is ['{' or '[', ..],
    };
}
