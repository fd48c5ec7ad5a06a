using Daybook.Jinja;

namespace Daybook.Tests.Jinja;

public class ReferencePageTests
{
    private static readonly ReferencePage Page = ReferencePage.Read("template-language.md");

    public static IEnumerable<TheoryDataRow<string, string>> Examples => Page.Examples().Select(example => new TheoryDataRow<string, string>(example.Template, example.Expected));

    [Fact]
    public void The_page_has_examples_of_both_kinds() => Assert.True(Page.Examples().Count() > 130, $"only {Page.Examples().Count()} examples were found");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_gives_what_the_page_says(string template, string expected)
    {
        var others = Page.Examples().First(example => example.Template == template && example.Expected == expected).Others;
        Assert.Equal(expected, Template.Render(template, Page.Data, Template.Options.UseTemplates(others)));
    }

    [Fact]
    public void Every_filter_test_and_global_has_its_example()
    {
        var environment = new JinjaEnvironment();
        var text = string.Join('\n', Page.Examples().Select(example => example.Template));
        var missing = environment.Filters.Keys.Where(name => !text.Contains($"| {name}", StringComparison.Ordinal))
            .Where(name => name is not ("d" or "escape" or "count"))
            .Concat(environment.Tests.Keys.Where(name => !text.Contains($"is {name}", StringComparison.Ordinal) && !text.Contains($"is not {name}", StringComparison.Ordinal))
                .Where(name => char.IsLetter(name[0]) && name is not ("equalto" or "greaterthan" or "lessthan")));
        Assert.Empty(missing);
    }
}
