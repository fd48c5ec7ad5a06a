using System.Reflection;
using System.Text.RegularExpressions;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public partial class ErrorReferenceTests
{
    private static readonly Dictionary<string, string> Documented = Row().Matches(Repository.Read("docs/reference/errors.md"))
        .ToDictionary(match => match.Groups["code"].Value, match => match.Groups["example"].Value.Replace("\\|", "|", StringComparison.Ordinal), StringComparer.Ordinal);

    public static TheoryData<string> Codes =>
        [.. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_is_explained_with_a_message_that_it_really_has(string code)
    {
        var message = ErrorExamples.All[code]().First(diagnostic => diagnostic.Code == code).Message;

        Assert.True(Documented.TryGetValue(code, out var example), $"docs/reference/errors.md has no row for {code}");
        Assert.Equal(message, example);
    }

    [GeneratedRegex(@"^\| `(?<code>[a-z_]+)` \| [^|\n]+ \| (?<example>(?:[^|\n]|\\\|)+) \| [^|\n]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
