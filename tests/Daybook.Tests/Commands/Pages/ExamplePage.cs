using System.Text.RegularExpressions;

namespace Daybook.Tests.Commands;

/// <summary>A page of <c>docs/reference</c>: its examples, and the files that fences with a name hold.</summary>
internal sealed partial class ExamplePage
{
    private ExamplePage(string name)
    {
        var text = Repository.Read("docs/reference/" + name);
        var fences = Fence().Matches(text).ToList();
        Files = fences.Where(fence => fence.Groups["name"].Success).ToDictionary(fence => fence.Groups["name"].Value, fence => fence.Groups["text"].Value);
        var examples = new List<PageExample>();
        foreach (var fence in fences.Where(fence => fence.Groups["kind"].Value == "yaml"))
        {
            var next = fences.FirstOrDefault(other => other.Index == fence.Index + fence.Length + 1 && other.Groups["kind"].Value == "markdown");
            var line = text.AsSpan(0, fence.Index).Count('\n') + 1;
            examples.Add(new PageExample($"{name}:{line}", fence.Groups["text"].Value, next?.Groups["text"].Value));
        }

        Examples = examples;
    }

    public IReadOnlyList<PageExample> Examples { get; }

    public IReadOnlyDictionary<string, string> Files { get; }

    public static ExamplePage Read(string name) => new(name);

    [GeneratedRegex("^(?<ticks>`{3,4})(?<kind>\\w+)(?: name=(?<name>\\S+))?\n(?<text>.*?)^\\k<ticks>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
