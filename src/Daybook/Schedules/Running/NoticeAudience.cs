using System.Collections.Immutable;

namespace Daybook.Schedules.Running;

/// <summary>Who is told.</summary>
/// <param name="Told"><see cref="Owner"/>, <see cref="Administrators"/> or <see cref="Nobody"/>.</param>
/// <param name="Reason">Why it is not the owner; null where it is, and for what is about the server.</param>
internal sealed record NoticeAudience(string Told, string? Reason, ImmutableArray<string> Addresses)
{
    public const string Owner = "owner", Administrators = "administrators", Nobody = "nobody";

    public const string OwnerLeft = "owner_left", OwnerWithoutAddress = "owner_without_address", OwnerSuppressed = "owner_suppressed", NoMailChannel = "no_mail_channel", NobodyWithAddress = "nobody_with_address";
}
