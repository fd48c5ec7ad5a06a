using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daybook.Delivery.Passwords;

namespace Daybook.Delivery;

/// <summary>Whom one channel is to reach, and with what.</summary>
/// <param name="Channel">The channel's name on this server.</param>
/// <param name="Recipients">Each gets a message that names nobody else.</param>
internal sealed record ChannelTarget(string Channel, ImmutableArray<string> Recipients)
{
    /// <summary>Those whom a mail names as its recipients, to all who get it.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Those whom a mail names as getting a copy.</summary>
    public ImmutableArray<string> Cc { get; init; } = [];

    /// <summary>Those who get the same mail unnamed.</summary>
    public ImmutableArray<string> Bcc { get; init; } = [];

    /// <summary>Null takes the PDF, or every format where there is no PDF.</summary>
    public ImmutableArray<ArtifactChoice>? Artifacts { get; init; }

    /// <summary>The word of a <see cref="DeliveryGuarantee"/>; null takes the channel's.</summary>
    public string? Guarantee { get; init; }

    /// <summary>A message template; null takes the server's.</summary>
    public string? Subject { get; init; }

    /// <summary>A message template that stands above the summary; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Of mails; null is text.</summary>
    public CardsForm? Cards { get; init; }

    public DistributionWhen When { get; init; }

    public EmptyPolicy OnEmpty { get; init; }

    /// <summary>How the files are protected; null sends them open to all.</summary>
    public FilePassword? Password { get; init; }

    /// <summary>The key of the delivery whose password is told; null for everything else, and not for settings.</summary>
    public string? PasswordOf { get; init; }

    /// <summary>Only says that there was nothing to report, whatever blocks show; not for settings.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNote { get; init; }

    /// <summary>Everybody once, in the order of the settings.</summary>
    /// <param name="arePeople">Whether spellings that mean one mailbox are one.</param>
    public IEnumerable<string> Everybody(bool arePeople) =>
        Recipients.Concat(To).Concat(Cc).Concat(Bcc).DistinctBy(recipient => arePeople ? RecipientAddress.Normal(recipient) : recipient, StringComparer.Ordinal);

    /// <summary>Whether a mail to this recipient names the others.</summary>
    public bool IsShared(string recipient) => !Recipients.Contains(recipient);

    public string ToJson() => JsonSerializer.Serialize(this, DeliveryJson.Default.ChannelTarget);
}
