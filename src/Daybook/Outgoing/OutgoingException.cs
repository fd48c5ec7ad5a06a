namespace Daybook.Outgoing;

/// <summary>A call to another host came to nothing.</summary>
/// <param name="message">A sentence that names the host and nothing else of the address, because addresses of webhooks are secrets.</param>
internal sealed class OutgoingException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>One of <see cref="OutgoingCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the other side may have received the whole request.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Whether the same call can never succeed while settings stay as they are.</summary>
    public bool IsPermanent => Code is OutgoingCodes.AddressRefused or OutgoingCodes.TlsRequired or OutgoingCodes.TooManyRedirects;
}
