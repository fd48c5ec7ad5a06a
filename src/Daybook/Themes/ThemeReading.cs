using Daybook.Jinja.Parsing;
using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Themes;

/// <summary>Takes values from a theme's objects by key and collects what is wrong; a wrong value is read as if it were absent.</summary>
/// <param name="file">Names the theme's file in messages.</param>
/// <param name="folder">What the files of the theme are relative to; null where it may name none.</param>
internal sealed class ThemeReading(string file, string? folder)
{
    /// <summary>Larger files are refused unread.</summary>
    public const int LargestFile = 32_000_000;

    private readonly List<Diagnostic> _found = [];

    public ImmutableArray<Diagnostic> Found => [.. _found];

    public bool HasErrors => _found.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary><c>; did you mean 'x'?</c>, or nothing.</summary>
    public static string Question(string word, IEnumerable<string> known) => EditDistance.Nearest(word, known) is { } near ? $"; did you mean '{near}'?" : "";

    public void Error(string code, string message, string? advice = null) => Add(DiagnosticSeverity.Error, code, message, advice);

    public void Warning(string code, string message, string? advice = null) => Add(DiagnosticSeverity.Warning, code, message, advice);

    /// <summary>The value when it is an object, with every key reported that is not known.</summary>
    public JsonElement? Object(JsonElement parent, string key, IReadOnlyCollection<string>? known = null)
    {
        if (!parent.TryGetProperty(key, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType(key, "an object");
            return null;
        }

        if (known is not null)
            RefuseUnknownKeys(value, $"'{key}'", known);
        return value;
    }

    public void RefuseUnknownKeys(JsonElement value, string subject, IReadOnlyCollection<string> known)
    {
        foreach (var property in value.EnumerateObject().Where(property => !known.Contains(property.Name)))
        {
            var free = known.Where(key => !value.TryGetProperty(key, out _));
            Error(ThemeCodes.UnknownKey, $"{subject} has no key '{property.Name}'{Question(property.Name, free)}", $"Its keys are {string.Join(", ", known)}.");
        }
    }

    public string? Text(JsonElement parent, string key)
    {
        if (!parent.TryGetProperty(key, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        WrongType(key, "a text");
        return null;
    }

    public double? Number(JsonElement parent, string key, double least, double most)
    {
        if (!parent.TryGetProperty(key, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Number)
        {
            WrongType(key, "a number");
            return null;
        }

        var number = value.GetDouble();
        if (number >= least && number <= most)
            return number;
        Error(ThemeCodes.BadSize, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{key}' is {value.GetRawText()}, but must be from {least} to {most} points"));
        return null;
    }

    /// <param name="place">Names the colour: <c>colors.ink</c>.</param>
    public Rgb? Color(JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            try
            {
                return Rgb.Parse(value.GetString()!);
            }
            catch (FormatException)
            {
                // Said below.
            }
        }

        Error(ThemeCodes.BadColor, $"'{place}' is no colour: {value.GetRawText()}", "Write it as \"#rrggbb\".");
        return null;
    }

    public ImmutableArray<byte>? File(string name, string code, string place)
    {
        if (folder is null)
        {
            Error(code, $"'{place}': a theme that is written out names no files", "Leave it out: logos and fonts come from theme files, on the command line.");
            return null;
        }

        try
        {
            var path = new FileInfo(Path.Combine(folder, name));
            if (!path.Exists)
                Error(code, $"'{place}': there is no file '{name}'", "Paths start from the theme's folder.");
            else if (path.Length > LargestFile)
                Error(code, $"'{place}': the file '{name}' is larger than {LargestFile / 1_000_000} MB");
            else
                return [.. System.IO.File.ReadAllBytes(path.FullName)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Error(code, $"'{place}': the file '{name}' cannot be read: {error.Message}");
        }

        return null;
    }

    private void WrongType(string key, string wanted) => Error(ThemeCodes.WrongType, $"'{key}' must be {wanted}");

    private void Add(DiagnosticSeverity severity, string code, string message, string? advice) =>
        _found.Add(new Diagnostic(severity, code, message) { File = file, Advice = advice });
}
