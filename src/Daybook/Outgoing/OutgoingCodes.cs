namespace Daybook.Outgoing;

/// <summary>Why a call to another host came to nothing; <c>docs/reference/errors.md</c> explains each.</summary>
internal static class OutgoingCodes
{
    public const string AddressRefused = "address_refused";
    public const string AnswerTooLarge = "answer_too_large";
    public const string ConnectionFailed = "connection_failed";
    public const string ConnectionLost = "connection_lost";
    public const string HostNotFound = "host_not_found";
    public const string NoAnswer = "no_answer";
    public const string TlsFailed = "tls_failed";
    public const string TlsRequired = "tls_required";
    public const string TooManyRedirects = "too_many_redirects";
}
