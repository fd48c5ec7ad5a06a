using System.ComponentModel.DataAnnotations;

namespace Daybook.Webhooks;

/// <summary>How programs elsewhere are told of events.</summary>
internal sealed class WebhooksOptions
{
    /// <summary>Time for one try, in seconds.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Tries of one message before it is given up.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 5;

    /// <summary>How long the secret before a change signs beside the new one, in hours.</summary>
    [Range(0, 720)]
    public int RotationHours { get; set; } = 24;

    /// <summary>How long messages that are done stay listed, in days.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;
}
