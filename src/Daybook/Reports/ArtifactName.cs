using System.Globalization;
using Daybook.Composition;
using Daybook.Documents;
using Daybook.RedTeam;

namespace Daybook.Reports;

/// <summary>File names of artifacts: <c>COB_Report_20260504_Day_Shift.html</c> for the standard report, the template's id in its place for others.</summary>
internal static class ArtifactName
{
    /// <param name="extension">With the dot.</param>
    public static string Of(DocumentMetadata metadata, string extension)
    {
        if (metadata.FileName is { Length: > 0 } chosen)
            return chosen + extension;
        var date = metadata.BusinessDate.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var shift = metadata.Shift is { Length: > 0 } name ? "_" + FileNamePattern.Safe(name) : "";
        var report = metadata.TemplateId == BuiltInTemplates.StandardSecurityCob.Id ? "COB_Report" : FileNamePattern.Safe(metadata.TemplateId);
        return $"{report}_{date}{shift}{extension}";
    }
}
