namespace Daybook.Delivery.Channels.Email;

/// <summary>A mail server could not prove who it is; the message is a sentence.</summary>
internal sealed class UntrustedServerException(string message, Exception cause) : Exception(message, cause);
