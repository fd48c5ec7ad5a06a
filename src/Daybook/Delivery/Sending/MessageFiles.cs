using System.Collections.Immutable;
using Daybook.Delivery.Channels;
using Daybook.Export;

namespace Daybook.Delivery.Sending;

/// <summary>What a message brings along, and what it does not.</summary>
/// <param name="Missing">Formats that were asked for and not made.</param>
/// <param name="TooLarge">Names of files that are links because they are too large.</param>
/// <param name="Whole">Where the whole report is read: one of the links, or one more for people who get it attached; null where nobody can fetch it.</param>
internal sealed record MessageFiles(
    ImmutableArray<DeliveryAttachment> Attachments, ImmutableArray<DeliveryLink> Links, ImmutableArray<DistributedArtifact> Missing, ImmutableArray<string> TooLarge, DeliveryLink? Whole)
{
    private const string TooLargeRemark = "too large to be attached";

    private const string ProtectedRemark = "opens with a password";

    public static MessageFiles None { get; } = new([], [], [], [], null);

    /// <summary>Every link that stands in the message.</summary>
    public ImmutableArray<DeliveryLink> Linked => [.. Links.Append(Whole).OfType<DeliveryLink>().Distinct()];

    /// <summary>When the first of the links ends; null where there are none.</summary>
    public DateTimeOffset? LinksUntil => Linked.Select(link => (DateTimeOffset?)link.ExpiresAt.ToDateTimeOffset()).Min();

    /// <summary>Whether the attachments open with a password.</summary>
    public bool AreProtected { get; init; }

    public ImmutableArray<MailFile> ForMail =>
        [.. Attachments.Select(file => new MailFile(file.FileName, file.Content.Length, Remark: AreProtected ? ProtectedRemark : null)), .. Links.Select(link => new MailFile(link.FileName, link.SizeBytes, link.Address, TooLarge.Contains(link.FileName) ? TooLargeRemark : null))];

    public ImmutableArray<string> MissingSentences => [.. Missing.Select(artifact => $"The {artifact.Format} file is missing: {artifact.Missing?.TrimEnd('.')}.")];
}
