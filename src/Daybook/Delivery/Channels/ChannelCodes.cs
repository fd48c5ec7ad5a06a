namespace Daybook.Delivery.Channels;

/// <summary>Why a message did not go out, beside the codes of calls to other hosts; <c>docs/reference/channels.md</c> explains each.</summary>
internal static class ChannelCodes
{
    public const string AlreadyThere = "already_there";
    public const string DiskFull = "disk_full";
    public const string HostKeyUnknown = "host_key_unknown";
    public const string NotFound = "destination_not_found";
    public const string NotPermitted = "destination_not_permitted";
    public const string NotStored = "not_stored";
    public const string RateLimited = "rate_limited";
    public const string Redirected = "redirected";
    public const string Rejected = "message_rejected";
    public const string SignInRefused = "sign_in_refused";
    public const string TooLarge = "message_too_large";
    public const string Unavailable = "service_unavailable";
    public const string Unclear = "outcome_unclear";
}
