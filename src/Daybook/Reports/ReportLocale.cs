using Daybook.Documents;
using Daybook.Hosting;
using Daybook.Input;

namespace Daybook.Reports;

/// <summary>The locale of a report as requests name it.</summary>
internal static class ReportLocale
{
    /// <returns>The tag as it is written in the table of locales; null for none, and where it is refused.</returns>
    public static string? Read(string? tag, string field, RequestCheck check)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return null;
        var locale = DocumentLocale.Find(tag.Trim());
        if (locale is null)
            check.Refuse(field, Refusal(tag.Trim()), "unknown_locale");
        return locale?.Tag;
    }

    /// <summary>What is wrong with a tag that is not known, and what is near it.</summary>
    public static string Refusal(string tag)
    {
        var language = tag.Split('-', '_')[0];
        var related = DocumentLocale.Tags.Where(known => known.Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase)).ToList();
        return related.Count > 0
            ? $"'{tag}' is no locale that is known; of this language there are {string.Join(", ", related)}"
            : $"'{tag}' is no locale that is known{FieldReader.Near(tag, DocumentLocale.Tags)}; write a BCP 47 tag such as de-CH or en-GB";
    }
}
