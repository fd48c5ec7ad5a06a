using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Daybook.Tests.Jinja;

/// <summary>Reads the examples of a reference page: fenced <c>jinja</c> blocks with a <c>text</c> block after them, and table rows under "Example" and "Gives".</summary>
/// <remarks>A fenced block <c>jinja name=note.md</c> is a template that the next example uses; the page's first <c>json</c> block is the data of all.</remarks>
internal sealed partial class ReferencePage
{
    private readonly string _text;

    private ReferencePage(string text) => _text = text;

    public string Data => Fence().Matches(_text).First(fence => fence.Groups["language"].Value == "json").Groups["body"].Value;

    public static ReferencePage Read(string name, [CallerFilePath] string testFile = "") =>
        new(File.ReadAllText(Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "..", "docs", "reference", name)));

    public IEnumerable<(string Template, string Expected, IReadOnlyDictionary<string, string> Others)> Examples() => FencedExamples().Concat(TableExamples());

    private IEnumerable<(string, string, IReadOnlyDictionary<string, string>)> FencedExamples()
    {
        var others = new Dictionary<string, string>();
        string? template = null;
        foreach (Match fence in Fence().Matches(_text))
        {
            var body = fence.Groups["body"].Value;
            if (fence.Groups["language"].Value == "jinja" && fence.Groups["name"].Success)
                others[fence.Groups["name"].Value] = body;
            else if (fence.Groups["language"].Value == "jinja")
                template = body;
            else if (fence.Groups["language"].Value == "text" && template is not null)
            {
                yield return (template, body, others);
                template = null;
                others = [];
            }
        }
    }

    private IEnumerable<(string, string, IReadOnlyDictionary<string, string>)> TableExamples()
    {
        var isExamples = false;
        foreach (var line in _text.Split('\n').Where(line => line.StartsWith('|')))
        {
            var cells = line.Trim('|').Replace(@"\|", "\0", StringComparison.Ordinal).Split('|').Select(cell => cell.Trim().Replace('\0', '|')).ToArray();
            if (line.Contains("| Example | Gives |", StringComparison.Ordinal) || cells.Length != 4)
                isExamples = cells.Length == 4;
            else if (isExamples && !cells[0].StartsWith("---", StringComparison.Ordinal))
                yield return (Code(cells[2]), Code(cells[3]), new Dictionary<string, string>());
        }
    }

    private static string Code(string cell) => cell.StartsWith("`` ", StringComparison.Ordinal) ? cell[3..^3] : cell.Trim('`');

    [GeneratedRegex(@"^```(?<language>\w+)(?: name=(?<name>\S+))?\n(?<body>.*?)\n?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
