using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <summary>What a cover page, a file name and a mail subject are made of.</summary>
public sealed record DocumentMetadata
{
    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>The day the report is about; never the day it was made.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>The IANA zone of <see cref="BusinessDate"/>, for example <c>America/New_York</c>.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Start of the reported period (inclusive); null when the template has no period.</summary>
    public DateTimeOffset? PeriodStart { get; init; }

    /// <summary>End of the reported period (exclusive); null when the template has no period.</summary>
    public DateTimeOffset? PeriodEnd { get; init; }

    public string? Shift { get; init; }

    public string? Operator { get; init; }

    /// <summary>Shown at the top and bottom of every page; null shows none.</summary>
    public string? Classification { get; init; }

    public required string TemplateId { get; init; }

    public required string TemplateName { get; init; }

    public required string TemplateVersion { get; init; }

    public string? TemplateAuthor { get; init; }

    /// <summary>What its files are called, without an ending; null leaves the name to the program.</summary>
    public string? FileName { get; init; }

    public required DateTimeOffset GeneratedAt { get; init; }

    public required ReportStatus Status { get; init; }

    /// <summary>The values the report was made with, as the text of a JSON object; null when it took none.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Parameters { get; init; }

    /// <summary>The tag of the <see cref="DocumentLocale"/> that numbers and dates are written in; null writes <c>1,234.50</c> and <c>2026-05-04</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>BCP 47 language tag of the text.</summary>
    public string Language { get; init; } = "en";
}
