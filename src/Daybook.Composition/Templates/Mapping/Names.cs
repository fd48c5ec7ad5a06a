using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>What the names of a template may look like.</summary>
internal static partial class Names
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "true", "false", "none", "True", "False", "None", "and", "or", "not", "in", "is", "if", "else",
        "loop", "self", "super", "caller", "varargs", "kwargs", "previous",
    };

    /// <summary>Reports a name that an expression could not refer to.</summary>
    public static void CheckVariable(string noun, string name, SourceLocation place, DiagnosticBag diagnostics)
    {
        if (!Variable().IsMatch(name))
        {
            diagnostics.Error(
                DiagnosticCodes.InvalidName,
                place,
                $"{NodeWords.Quote(name)} cannot be the name of a {noun}",
                "Use letters, digits and '_', and start with a letter.");
        }
        else if (Reserved.Contains(name))
        {
            diagnostics.Error(
                DiagnosticCodes.InvalidName,
                place,
                $"'{name}' cannot be the name of a {noun}: the word has a meaning of its own in templates",
                "Choose another name.");
        }
    }

    public static void CheckId(string noun, TemplateText id, DiagnosticBag diagnostics)
    {
        if (!Id().IsMatch(id.Text))
        {
            diagnostics.Error(
                DiagnosticCodes.InvalidName,
                id.Location,
                $"{NodeWords.Quote(id.Text)} cannot be the id of a {noun}",
                "Use letters, digits, '_', '-' and '.', and start with a letter or digit.");
        }
    }

    public static DataPath? Path(string noun, TemplateText text, DiagnosticBag diagnostics)
    {
        if (Dotted().IsMatch(text.Text))
            return new DataPath(text.Text, text.Location);
        diagnostics.Error(
            DiagnosticCodes.InvalidPath,
            text.Location,
            $"{NodeWords.Quote(text.Text)} cannot be a path in {noun}",
            "Join names with dots: executions.total_tests; the first item of a list is 0: runs.0.state.");
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[A-Za-z_][^\s.\[\]{}()'""]*(?:\.[^\s.\[\]{}()'""]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();
}
