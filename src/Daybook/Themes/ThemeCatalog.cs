using System.Globalization;
using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Themes;

/// <summary>Finds a theme by the name of a built-in one or by its file.</summary>
internal static class ThemeCatalog
{
    /// <param name="nameOrPath">Or a theme that is written out, as JSON.</param>
    /// <param name="folder">What relative paths start from.</param>
    public static ThemeReadResult Read(string nameOrPath, string folder)
    {
        if (IsWritten(nameOrPath) || BuiltInThemes.Find(nameOrPath) is not null)
            return Kept(nameOrPath);
        var path = Path.GetFullPath(Path.Combine(folder, nameOrPath));
        if (File.Exists(path))
            return ThemeReader.ReadFile(path);
        return NotFound(nameOrPath, "there is no theme file '{0}' and no built-in theme of that name");
    }

    /// <summary>A theme for which no file is read, so that it is the same whenever the report is made again: a built-in one, or one that is written out.</summary>
    public static ThemeReadResult Kept(string nameOrJson) => IsWritten(nameOrJson) ? ThemeReader.ReadText(nameOrJson)
        : BuiltInThemes.Find(nameOrJson) is { } builtIn ? new ThemeReadResult(builtIn, [])
        : NotFound(nameOrJson, "'{0}' is no theme of this server");

    private static bool IsWritten(string text) => text.StartsWith('{');

    private static ThemeReadResult NotFound(string name, string message)
    {
        var names = BuiltInThemes.All.Select(theme => theme.Name).ToList();
        return new ThemeReadResult(null,
        [
            new Diagnostic(DiagnosticSeverity.Error, ThemeCodes.NotFound, string.Format(CultureInfo.InvariantCulture, message, name) + ThemeReading.Question(name, names))
            {
                Advice = $"Built in: {string.Join(", ", names)}. A theme can also be written out as an object.",
            },
        ]);
    }
}
