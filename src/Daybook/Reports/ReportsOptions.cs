using System.ComponentModel.DataAnnotations;

namespace Daybook.Reports;

/// <summary>How the server makes reports.</summary>
internal sealed class ReportsOptions
{
    /// <summary>IANA zone of business dates where a request names none.</summary>
    [Required]
    public string Zone { get; set; } = "UTC";

    /// <summary>When the business day ends, as <c>HH:mm</c>; empty is midnight at its end.</summary>
    [RegularExpression("^(([01][0-9]|2[0-3]):[0-5][0-9])?$")]
    public string Close { get; set; } = "";

    /// <summary>Classification of reports that say none; empty shows none.</summary>
    [StringLength(100)]
    public string Classification { get; set; } = "";

    /// <summary>Reports that one node makes at the same time.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 2;

    /// <summary>Time for reading the data of one report, in seconds.</summary>
    [Range(1, 86_400)]
    public int CollectSeconds { get; set; } = 900;

    /// <summary>Time for composing one report, in seconds.</summary>
    [Range(1, 86_400)]
    public int ComposeSeconds { get; set; } = 300;

    /// <summary>Time for writing one format, in seconds.</summary>
    [Range(1, 86_400)]
    public int ExportSeconds { get; set; } = 300;

    /// <summary>Time for a preview as a whole, in seconds.</summary>
    [Range(1, 600)]
    public int PreviewSeconds { get; set; } = 30;

    /// <summary>How long a node may be silent before another takes over its reports, in seconds.</summary>
    [Range(2, 3600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>Times that a report is begun before it is given up, where its node died each time.</summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 3;

    /// <summary>How long a download link is good, in hours.</summary>
    [Range(1, 8760)]
    public int LinkHours { get; set; } = 24;

    /// <summary>Whether custom blocks may run their scripts, in the sandbox.</summary>
    public bool AllowScripts { get; set; }
}
