namespace Daybook.Tests.Composition.Templates;

public class TemplateDiagnosticsTests
{
    [Fact]
    public void A_very_bad_template_shows_everything_that_is_wrong_at_once()
    {
        var text = File.ReadAllText(TemplateFixture.Sample("very-bad.yaml"));

        var result = TemplateFixture.Reader.Read(text, "very-bad.yaml");

        Assert.Null(result.Template);
        Golden.Matches(TemplateFixture.Lines(result.Diagnostics) + "\n", "very-bad.golden");
    }
}
