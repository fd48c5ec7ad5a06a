namespace Daybook.Delivery.Channels.Email;

/// <summary>Whoever gives access tokens gave none; the message is a sentence.</summary>
internal sealed class AccessTokenException(string message, bool isPermanent) : Exception(message)
{
    /// <summary>Whether the same call can never succeed while settings stay as they are.</summary>
    public bool IsPermanent { get; } = isPermanent;
}
