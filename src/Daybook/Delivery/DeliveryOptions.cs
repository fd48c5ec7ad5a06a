using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery;

/// <summary>How reports go out.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>Messages that one node sends over one channel at the same time.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <summary>Tries of one delivery before it is given up.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 5;

    /// <summary>How long a node may be silent before another takes over its deliveries, in seconds.</summary>
    [Range(2, 3600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>Time for one try, in seconds.</summary>
    [Range(1, 3600)]
    public int SendSeconds { get; set; } = 300;

    /// <summary>How long the links in messages are good, in hours.</summary>
    [Range(1, 8760)]
    public int LinkHours { get; set; } = 168;

    /// <summary>How mails and pictures look: a built-in theme, or a theme file from the data folder on.</summary>
    [Required]
    public string Theme { get; set; } = "daybook";

    /// <summary>Recipients of one report over one channel.</summary>
    [Range(1, 100_000)]
    public int MaximumRecipients { get; set; } = 10_000;

    /// <summary>The only domains that mails go to; <c>*.example.com</c> allows those below it. Empty allows all.</summary>
    public IList<string> AllowedDomains { get; } = [];
}
