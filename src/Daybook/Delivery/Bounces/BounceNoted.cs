namespace Daybook.Delivery.Bounces;

/// <summary>What the ledger made of news about a mail.</summary>
internal enum BounceNoted
{
    /// <summary>It stands there now.</summary>
    Noted,

    /// <summary>It stood there before, or what stands there is newer.</summary>
    Known,

    /// <summary>The mail is just being sent: nothing can be said before that is written down.</summary>
    TooEarly,
}
