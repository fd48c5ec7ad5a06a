using System.ComponentModel.DataAnnotations;

namespace Daybook.Archive;

/// <summary>How long the content of reports is kept. A legal hold outweighs both.</summary>
internal sealed class RetentionOptions
{
    /// <summary>Days after which the content of a report goes; 0 keeps it for ever.</summary>
    [Range(0, 36_500)]
    public int Days { get; set; }

    /// <summary>Newest reports of each template whose content is kept; 0 keeps all.</summary>
    [Range(0, 1_000_000)]
    public int ReportsPerTemplate { get; set; }
}
