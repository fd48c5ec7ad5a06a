using System.ComponentModel.DataAnnotations;

namespace Daybook.Delivery.Channels.Teams;

/// <summary>Chats and channels of Microsoft Teams, each with a workflow that posts what its webhook gets.</summary>
internal sealed class TeamsOptions
{
    /// <summary>Addresses of workflows by the names that distributions call them; each may be a reference to a secret.</summary>
    public IDictionary<string, string> Webhooks { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Time for one call, in seconds.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;
}
