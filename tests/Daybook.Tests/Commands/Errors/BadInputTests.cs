using System.Text.RegularExpressions;

namespace Daybook.Tests.Commands;

/// <summary>The table "Bad input at a glance" of <c>docs/reference/errors.md</c>, held against what <c>daybook render</c> says.</summary>
public sealed partial class BadInputTests
{
    private static readonly Dictionary<string, BadInput> Inputs = new()
    {
        ["an unknown block type"] = BadInput.Block("type: tabel"),
        ["a parameter without a value"] = BadInput.Template("metadata: {id: t, name: T, version: \"1\"}\nparameters:\n  owner: {type: text, required: true}\nblocks: []\n"),
        ["a name that does not exist"] = BadInput.Text("{{ rusn }}"),
        ["broken YAML"] = BadInput.Template("metadata: {id: t, name: T, version: \"1\"}\nblocks:\n\t- id: a\n"),
        ["a text that includes itself"] = BadInput.Text("{% include 'a.md' %}").With("a.md", "{% include 'b.md' %}").With("b.md", "{% include 'a.md' %}"),
        ["an endless loop in a text"] = BadInput.Text("{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}").WhileTimeStands(),
        ["an endless loop in a script"] = BadInput.Script("function calculate(data) { for (;;) { } }"),
        ["a script that takes memory without end"] = BadInput.Script("function calculate(data) { const all = []; for (;;) all.push('x'.repeat(100000) + all.length); }"),
        ["a file outside the folders"] = BadInput.Dataset("{source: file, path: ../findings.json}"),
        ["a log that is a Git LFS pointer"] = BadInput.Log("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 12345\n"),
        ["a log of no bytes"] = BadInput.Log(""),
        ["a log without a line"] = BadInput.Log("\n\n"),
        ["a log that breaks off"] = BadInput.Log("{\"entry_type\": \"start_run setup\"}\n{\"entry_type\": \"init\", \"garak_version\": \"0.14.0\", \"start_time\": \"2026-05-04T08:00:00\", \"run\": \"r1\"}\n{\"entry_type\": \"att"),
        ["a binary file in place of a log"] = BadInput.Log([1, 0, 2, 0, 3, 0]),
        ["a line of 100 MB"] = BadInput.Log("{\"entry_type\": \"attempt\", \"goal\": \"" + new string('x', 100_000_000)),
    };

    private static readonly Dictionary<string, string> Rows = Row().Matches(Repository.Read("docs/reference/errors.md"))
        .ToDictionary(match => match.Groups["input"].Value, match => match.Groups["message"].Value, StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. Inputs.Keys, .. Rows.Keys.Except(Inputs.Keys)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bad_input_gets_the_message_that_the_page_shows(string input)
    {
        var (talk, report) = await Inputs[input].RenderAsync();
        // On a busy machine the time of an endless script is over before its statements are.
        for (var tries = 1; tries < 10 && talk.Contains("[script_time]", StringComparison.Ordinal); tries++)
            (talk, report) = await Inputs[input].RenderAsync();
        Assert.True(Rows.TryGetValue(input, out var message), $"docs/reference/errors.md has no row for {input}: {talk}{report}");
        Assert.True((talk + report).Contains(message, StringComparison.Ordinal), $"{message}\n{talk}\n{report}");
    }

    [GeneratedRegex(@"^\| (?<input>an? [^|`\n]+|broken YAML) \| `(?<message>[^\n]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
