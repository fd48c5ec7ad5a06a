namespace Daybook.Delivery.Channels.Email;

/// <summary>A mail server did not let this server in; the message is what it said.</summary>
internal sealed class SignInException(string message, string remedy, bool isTemporary, Exception cause) : Exception(message, cause)
{
    /// <summary>A sentence.</summary>
    public string Remedy => remedy;

    /// <summary>Whether the mail server only cannot tell for now, such as while its directory is away.</summary>
    public bool IsTemporary => isTemporary;
}
