namespace Daybook.Delivery;

/// <summary>What happens with a report none of whose blocks had data.</summary>
internal enum EmptyPolicy
{
    /// <summary>It is sent as any other.</summary>
    Send,

    /// <summary>It is not sent; the ledger says so.</summary>
    Skip,

    /// <summary>A short message says that there was nothing to report; nothing is attached.</summary>
    Note,
}
