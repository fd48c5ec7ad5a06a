namespace Daybook.Delivery.Sending;

/// <summary>There is no message to send, and trying again cannot help; the message is a sentence.</summary>
internal sealed class MessageException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Code { get; } = code;
}
