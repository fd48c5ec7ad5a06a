using System.Globalization;
using System.Text;
using Daybook.Documents;
using Daybook.RedTeam;

namespace Daybook.Reports;

/// <summary>File names of artifacts: <c>COB_Report_20260504_Day_Shift.html</c> for the standard report, the template's id in its place for others.</summary>
internal static class ArtifactName
{
    private const int LongestPart = 80;

    /// <param name="extension">With the dot.</param>
    public static string Of(DocumentMetadata metadata, string extension)
    {
        var date = metadata.BusinessDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var shift = metadata.Shift is { Length: > 0 } name ? "_" + Safe(name) : "";
        var report = metadata.TemplateId == BuiltInTemplates.StandardSecurityCob.Id ? "COB_Report" : Safe(metadata.TemplateId);
        return $"{report}_{date}{shift}{extension}";
    }

    /// <summary>Letters and digits stay; everything else, which a file system or a mail header might read as more than text, becomes one underscore.</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                safe.Append(rune.ToString());
            else if (safe.Length > 0 && safe[^1] != '_')
                safe.Append('_');
            if (safe.Length >= LongestPart)
                break;
        }

        return safe.ToString().TrimEnd('_');
    }
}
