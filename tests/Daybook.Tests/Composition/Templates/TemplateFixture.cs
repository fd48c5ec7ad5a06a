using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

internal static class TemplateFixture
{
    public static readonly TemplateReader Reader = new(new TemplateReaderOptions { Jinja = new ReportComposer(new ComposerOptions()).Jinja, SourceKinds = ["file", "garak", "inline"] });

    public static ReportTemplate Yaml(string text)
    {
        var result = Reader.Read(text, "test.yaml");
        Assert.Equal("", Lines(result.Diagnostics));
        return result.Template!;
    }

    /// <summary>The diagnostics of a template with the given lines after valid metadata, which take lines 1 to 4.</summary>
    public static string Problems(string rest) => Lines(Reader.Read("metadata:\n  id: t\n  name: T\n  version: 1.0.0\n" + rest, "test.yaml").Diagnostics);

    public static string JsonProblems(string text) => Lines(Reader.Read(text, "test.json").Diagnostics);

    public static string Lines(ImmutableArray<Diagnostic> diagnostics) => string.Join('\n', diagnostics);

    public static string Sample(string name, [CallerFilePath] string testFile = "") => Path.Combine(Path.GetDirectoryName(testFile)!, "samples", name);
}
