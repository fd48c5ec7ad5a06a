using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Themes;

/// <summary>Finds a theme by the name of a built-in one or by its file.</summary>
internal static class ThemeCatalog
{
    /// <param name="folder">What relative paths start from.</param>
    public static ThemeReadResult Read(string nameOrPath, string folder)
    {
        if (BuiltInThemes.Find(nameOrPath) is { } builtIn)
            return new ThemeReadResult(builtIn, []);
        var path = Path.GetFullPath(Path.Combine(folder, nameOrPath));
        if (File.Exists(path))
            return ThemeReader.ReadFile(path);
        var names = BuiltInThemes.All.Select(theme => theme.Name).ToList();
        return new ThemeReadResult(null,
        [
            new Diagnostic(DiagnosticSeverity.Error, ThemeCodes.NotFound, $"there is no theme file '{nameOrPath}' and no built-in theme of that name{ThemeReading.Question(nameOrPath, names)}")
            {
                Advice = $"Built in: {string.Join(", ", names)}.",
            },
        ]);
    }
}
