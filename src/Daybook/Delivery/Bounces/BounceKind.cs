namespace Daybook.Delivery.Bounces;

/// <summary>What became of a mail after a mail server had taken it.</summary>
internal enum BounceKind
{
    /// <summary>The recipient does not have it, and nobody tries any more.</summary>
    Failed,

    /// <summary>A mail server on the way goes on trying.</summary>
    Delayed,

    /// <summary>It reached the mailbox, or a server that says no more about it.</summary>
    Arrived,
}
