namespace Daybook.Outgoing;

/// <summary>A call to another host came to nothing.</summary>
/// <param name="message">A sentence that names the host and nothing else of the address, because addresses of webhooks are secrets.</param>
internal sealed class OutgoingException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>One of <see cref="OutgoingCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>What to do about it, as a sentence; null where the message says it.</summary>
    public string? Advice => Code switch
    {
        OutgoingCodes.TlsFailed => "Renew the host's certificate, or name its authority in Outgoing:AuthoritiesFile.",
        OutgoingCodes.HostNotFound => "Correct the name of the host, or look after the name service of this server.",
        OutgoingCodes.ConnectionFailed => "Check that the host runs, its port, and a firewall between.",
        OutgoingCodes.ConnectionLost or OutgoingCodes.NoAnswer => "Look after the host, or try again later.",
        OutgoingCodes.AnswerTooLarge => "Ask the host for less.",
        OutgoingCodes.TooManyRedirects => "Write the address that it leads to.",
        _ => null,
    };

    /// <summary>Message and advice.</summary>
    public string Sentences => Advice is { } advice ? $"{Message} {advice}" : Message;

    /// <summary>Whether the other side may have received the whole request.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Whether the same call can never succeed while settings stay as they are.</summary>
    public bool IsPermanent => Code is OutgoingCodes.AddressRefused or OutgoingCodes.TlsRequired or OutgoingCodes.TooManyRedirects;
}
