using System.Text.RegularExpressions;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Templates;

public partial class TemplateReferenceTests
{
    private static readonly string Page = Repository.Read("docs/reference/templates.md");

    [Fact]
    public void The_whole_template_of_the_reference_has_no_problems() =>
        Assert.Equal(4, TemplateFixture.Yaml(Example().Match(Page).Groups["yaml"].Value).Blocks.Length);

    [Fact]
    public void The_reference_names_every_key_and_every_word()
    {
        IEnumerable<string> words =
        [
            .. TemplateKeys.All.SelectMany(keys => keys.Keys), .. TemplateWords.BlockTypes.Words, .. TemplateWords.ChartTypes.Words, .. TemplateWords.Aggregates.Words,
            .. TemplateWords.OutputProcessors.Words, .. TemplateWords.ColumnTypes.Words, .. TemplateWords.Alignments.Words, .. TemplateWords.ParameterTypes.Words, .. TemplateWords.PageSizes.Words,
            .. TemplateWords.Orientations.Words, .. TemplateWords.SectionStarts.Words, .. TemplateWords.Permissions.Words, .. TemplateWords.ErrorPolicies.Words,
        ];

        var missing = words.Where(word => !Page.Contains($"`{word}`", StringComparison.Ordinal) && !Page.Contains($"### {word}\n", StringComparison.Ordinal)).ToList();

        Assert.Empty(missing);
    }

    [GeneratedRegex("^```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
