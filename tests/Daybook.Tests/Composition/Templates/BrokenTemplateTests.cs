using CsCheck;

namespace Daybook.Tests.Composition.Templates;

public class BrokenTemplateTests
{
    private static readonly string Sample = File.ReadAllText(TemplateFixture.Sample("very-bad.yaml"));

    [Fact]
    public void No_damage_to_a_yaml_file_is_more_than_a_list_of_problems() =>
        Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Int[0, 60], Gen.String[Gen.Char["{}[]|>&*!%@`'\"#:-, \t\n\\ax?0~\u0000\uD800\u0085"], 0, 6])
            .Always((at, removed, inserted) => AssertExplained(Sample.Remove(at, Math.Min(removed, Sample.Length - at)).Insert(at, inserted), "broken.yaml"), iter: 1000);

    [Fact]
    public void No_short_text_is_more_than_a_list_of_problems() =>
        Gen.String[Gen.Char["{}[]|>&*!%@`'\"#:-, \t\r\n\\ax?0~\u0000\uD800\u0085\uFEFF"], 0, 30].Always(text => AssertExplained(text, "broken.yaml"), iter: 5000);

    [Fact]
    public void No_short_json_text_is_more_than_a_list_of_problems() =>
        Gen.String[Gen.Char["{}[]\",:01.eE-\\untrfals \n\t/\u0000\uD800é"], 0, 30].Always(text => AssertExplained(text, "broken.json"), iter: 5000);

    private static void AssertExplained(string text, string name)
    {
        var result = TemplateFixture.Reader.Read(text, name);
        Assert.Null(result.Template);
        Assert.NotEmpty(result.Diagnostics);
        var lines = text.Split('\n', '\r').Length;
        Assert.All(result.Diagnostics, diagnostic => Assert.InRange(diagnostic.Line ?? 1, 1, lines + 1));
    }
}
