using System.Text.RegularExpressions;

namespace Daybook.Composition;

internal static partial class ScriptFiles
{
    /// <summary>Reports a text that names a script's file instead of being a script.</summary>
    public static void Refuse(TemplateText script, string subject, DiagnosticBag diagnostics)
    {
        if (FileName().IsMatch(script.Text))
        {
            diagnostics.Error(
                DiagnosticCodes.ScriptFileRefused,
                script.Location,
                $"{subject} refers to the script file {NodeWords.Quote(script.Text)}; scripts are never read from files",
                "Write the script itself, in JavaScript, into the template.");
        }
    }

    [GeneratedRegex(@"\A\s*(?:file:)?[^\s;(){}=]+\.(?:py|js|mjs|ts|sh|rb|lua|ps1|exe)\s*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
