using Daybook.Composition;
using Daybook.Export;
using Daybook.Tests.Documents;
using Daybook.Tests.Export.Pdf;
using Daybook.Tests.Pdf;
using Daybook.Themes;

namespace Daybook.Tests.Themes;

public sealed class ThemeReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-theme-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_theme_changes_what_it_names_and_keeps_the_rest()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "logo.png"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]);
        var read = Read("""
            {
              "name": "acme",
              "base": "contrast",
              "colors": {"accent": "#7a1f5c"},
              "fonts": {"sans": "\"Acme Sans\", Arial, sans-serif"},
              "sizes": {"text": 10},
              "logo": {"file": "logo.png", "alt": "ACME", "height": 30},
              "classifications": {"ACME SECRET": {"ground": "#7a1f5c", "text": "#ffffff"}}
            }
            """);
        Assert.Empty(read.Diagnostics);
        var theme = read.Theme!;
        Assert.Equal("acme", theme.Name);
        Assert.Equal(Rgb.Parse("#7a1f5c"), theme.Light[ThemeColor.Accent]);
        Assert.Equal(BuiltInThemes.Contrast.Light[ThemeColor.Muted], theme.Light[ThemeColor.Muted]);
        Assert.Equal((10.0, 8.5), (theme.Sizes.Text, theme.Sizes.Table));
        Assert.Equal(("image/png", "ACME", 30.0), (theme.Logo!.MediaType, theme.Logo.AltText, theme.Logo.Height));
        Assert.Equal(Rgb.Parse("#7a1f5c"), theme.ColorsOf("acme secret").Ground);
        Assert.StartsWith("\"Acme Sans\"", theme.SansFonts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_may_be_written_out_and_names_no_files_then()
    {
        var read = ThemeCatalog.Kept("""{"base": "contrast", "colors": {"accent": "#7a1f5c"}}""");
        Assert.Empty(read.Diagnostics);
        Assert.Equal(("own", Rgb.Parse("#7a1f5c")), (read.Theme!.Name, read.Theme.Light[ThemeColor.Accent]));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "logo.png"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]);
        var named = ThemeCatalog.Read("""{"logo": {"file": "logo.png", "alt": "x"}, "fonts": {"sans_files": {"regular": "/etc/passwd"}}}""", _folder.FullName);
        Assert.Null(named.Theme);
        Assert.Equal([ThemeCodes.BadLogo, ThemeCodes.BadFont], named.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.All(named.Diagnostics, diagnostic => Assert.Contains("names no files", diagnostic.Message, StringComparison.Ordinal));
        Assert.Equal(ThemeCodes.Invalid, Assert.Single(ThemeCatalog.Kept("{").Diagnostics).Code);
        Assert.Equal(ThemeCodes.NotFound, Assert.Single(ThemeCatalog.Kept(Path.Combine(_folder.FullName, "logo.png")).Diagnostics).Code);
    }

    [Fact]
    public void Everything_wrong_in_a_theme_is_said_at_once_with_what_to_do()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "fake.ttf"), "This is no font at all.");
        var read = Read("""
            {
              "bse": "daybook",
              "colors": {"inc": "#000000", "ink": "black", "muted": "#c0c0c0"},
              "fonts": {"sans": "Arial}</style>", "sans_files": {"regular": "missing.ttf", "bold": "fake.ttf"}},
              "sizes": {"text": 200, "table": "big"},
              "logo": {"file": "none.png", "alt": "x"},
              "classifications": {"SECRET": {"ground": "#000000"}}
            }
            """);
        Assert.Null(read.Theme);
        Golden.Matches(string.Join('\n', read.Diagnostics) + "\n", "bad-theme.txt");
    }

    [Fact]
    public void The_fonts_of_a_theme_are_embedded_in_pdf()
    {
        File.Copy(Repository.PathOf("src/Daybook.Pdf/Fonts/Assets/JetBrainsMono-Regular.ttf"), Path.Combine(_folder.FullName, "own.ttf"));
        var read = Read("""{"fonts": {"sans_files": {"regular": "own.ttf"}}}""");
        Assert.Empty(read.Diagnostics);
        var pdf = PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { Theme = read.Theme! });
        ConformanceAssert.Clean(pdf);
        using var file = UglyToad.PdfPig.PdfDocument.Open(pdf);
        Assert.DoesNotContain(file.GetPage(1).Letters, letter => letter.FontName!.Contains("Inter", StringComparison.Ordinal));
    }

    [Fact]
    public void A_font_that_is_cut_off_is_refused()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "cut.ttf"), File.ReadAllBytes(Repository.PathOf("src/Daybook.Pdf/Fonts/Assets/JetBrainsMono-Regular.ttf"))[..9000]);
        var read = Read("""{"fonts": {"mono_files": {"regular": "cut.ttf"}}}""");
        Assert.Null(read.Theme);
        Assert.Equal(ThemeCodes.BadFont, Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void Weak_contrast_is_a_warning_and_the_theme_is_used()
    {
        var read = Read("""{"colors": {"muted": "#c0c0c0"}}""");
        Assert.NotNull(read.Theme);
        Assert.Equal(2, read.Diagnostics.Length);
        Assert.All(read.Diagnostics, diagnostic => Assert.Equal((DiagnosticSeverity.Warning, ThemeCodes.LowContrast), (diagnostic.Severity, diagnostic.Code)));
        Assert.StartsWith("'colors.muted' on 'colors.page' has a contrast of 1.8 to 1; readers need 4.5 to 1", read.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", ThemeCodes.Invalid)]
    [InlineData("[]", ThemeCodes.WrongType)]
    [InlineData("""{"name": "a", "name": "b"}""", ThemeCodes.Invalid)]
    [InlineData("""{"base": "daybok"}""", ThemeCodes.UnknownBase)]
    [InlineData("""{"logo": {"file": "theme.json", "alt": "not a picture"}}""", ThemeCodes.BadLogo)]
    public void A_file_that_is_no_theme_is_refused(string json, string code)
    {
        var read = Read(json);
        Assert.Null(read.Theme);
        Assert.Equal(code, Assert.Single(read.Diagnostics).Code);
    }

    [Fact]
    public void Themes_are_found_by_name_and_by_file_and_a_wrong_name_gets_a_question()
    {
        Assert.Same(BuiltInThemes.Contrast, ThemeCatalog.Read("Contrast", _folder.FullName).Theme);
        Assert.Equal("there is no theme file 'contrst' and no built-in theme of that name; did you mean 'contrast'?", Assert.Single(ThemeCatalog.Read("contrst", _folder.FullName).Diagnostics).Message);
        File.WriteAllText(Path.Combine(_folder.FullName, "house.json"), "{}");
        Assert.Equal("house", ThemeCatalog.Read("house.json", _folder.FullName).Theme!.Name);
    }

    [Fact]
    public void The_reference_names_every_colour_key_and_code()
    {
        var page = Repository.Read("docs/reference/themes.md");
        Assert.All(ThemeReader.ColorNames, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.All(typeof(ThemeCodes).GetFields(), field => Assert.Contains($"`{field.GetRawConstantValue()}`", page, StringComparison.Ordinal));
        Assert.All(BuiltInThemes.All, theme => Assert.Contains($"`{theme.Name}`", page, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder.FullName, "theme.json"), page.Split("```json")[1].Split("```")[0].Replace("\"logo\":", "\"x\":", StringComparison.Ordinal));
        Assert.Equal(["theme_unknown_key"], ThemeReader.ReadFile(Path.Combine(_folder.FullName, "theme.json")).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private ThemeReadResult Read(string json)
    {
        var path = Path.Combine(_folder.FullName, "theme.json");
        File.WriteAllText(path, json);
        return ThemeReader.ReadFile(path);
    }
}
