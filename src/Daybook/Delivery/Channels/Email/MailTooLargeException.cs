namespace Daybook.Delivery.Channels.Email;

/// <summary>The server has said that it does not take mails of this size.</summary>
internal sealed class MailTooLargeException(long size, long limit) : Exception("the mail is larger than the server takes")
{
    /// <summary>In bytes, as it would travel.</summary>
    public long Size { get; } = size;

    public long Limit { get; } = limit;
}
