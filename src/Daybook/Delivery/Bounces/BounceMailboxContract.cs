namespace Daybook.Delivery.Bounces;

/// <param name="State"><c>off</c> where none is set up, <c>waiting</c> before it was first read, <c>readable</c> or <c>unreadable</c>.</param>
/// <param name="Host">Null where none is set up.</param>
/// <param name="ReadAt">When it was last read; null where it was not since the server was started.</param>
/// <param name="UnreadableSince">Null where it is not.</param>
/// <param name="Problem">A sentence; null where there is none.</param>
internal sealed record BounceMailboxContract(string State, string? Host, DateTimeOffset? ReadAt, DateTimeOffset? UnreadableSince, string? Problem);
