using System.Globalization;
using System.Net.Sockets;
using Daybook.Outgoing;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Daybook.Delivery.Channels.Email;

/// <summary>What a mail server's answers and silences mean for the mail.</summary>
internal static class SmtpOutcomes
{
    private const int Transient = 400;
    private const int Permanent = 500;

    private const string SenderRemedy = "Correct From or ReturnPath of the channel, or have the mail server permit the sender.";

    /// <param name="isCommitted">Whether the server may have the mail.</param>
    /// <param name="isTimeout">Whether the time for the mail was over.</param>
    /// <returns>Null for what the world outside has no part in.</returns>
    public static DeliveryOutcome? Of(Exception failure, string host, int port, bool isCommitted, bool isTimeout) => failure switch
    {
        SmtpCommandException answer => OfAnswer(answer, host),
        MailTooLargeException large => new DeliveryOutcome.Refused(ChannelCodes.TooLarge, $"{host} takes mails of up to {MessageText.Size(large.Limit)}; this one has {MessageText.Size(large.Size)}. Send less of it, or links."),
        UntrustedServerException untrusted => new DeliveryOutcome.Refused(OutgoingCodes.TlsFailed, untrusted.Message),
        AccessTokenException { IsPermanent: true } none => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, $"{none.Message} Correct TokenAddress, ClientId, ClientSecret and TokenScope of the channel."),
        AccessTokenException none => new DeliveryOutcome.Deferred(ChannelCodes.SignInRefused, none.Message),
        OutgoingException unreached => HttpOutcomes.OfEarlier(unreached),
        FormatException missing => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, $"The secret for {host} {missing.Message}."),
        _ when isCommitted && (isTimeout || IsBroken(failure)) => new DeliveryOutcome.Unknown(
            isTimeout ? OutgoingCodes.NoAnswer : OutgoingCodes.ConnectionLost,
            $"{host} was given the whole mail, but {(isTimeout ? "did not answer in time" : "broke off before it answered")}. Nobody can tell whether the mail went out: ask the recipient, then mark the delivery or send it again."),
        _ when isTimeout => new DeliveryOutcome.Deferred(OutgoingCodes.NoAnswer, $"{host} did not answer in time."),
        SignInException { IsTemporary: true } later => new DeliveryOutcome.Deferred(ChannelCodes.SignInRefused, $"{host} cannot let the server sign in for now: {ForeignText.Quote(later.Message)}."),
        SignInException refused => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, $"{host} did not let the server sign in: {ForeignText.Quote(refused.Message)}. {refused.Remedy}"),
        SslHandshakeException tls => new DeliveryOutcome.Refused(OutgoingCodes.TlsFailed, $"TLS with {host} could not be agreed on: {ForeignText.Quote(FirstLine(tls.InnerException?.Message ?? tls.Message))}. Nothing was sent. See whether Security and Port of the channel fit the mail server."),
        NotSupportedException missing => new DeliveryOutcome.Refused(OutgoingCodes.TlsRequired, $"{host} cannot do what the channel asks for: {ForeignText.Quote(missing.Message)}. Correct Security or the way of signing in, or have the mail server offer it."),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => new DeliveryOutcome.Deferred(OutgoingCodes.HostNotFound, $"The host {host} is not known. See to its name, or to the name server."),
        SocketException refused => new DeliveryOutcome.Deferred(OutgoingCodes.ConnectionFailed, $"{host} does not take connections on port {port} ({refused.SocketErrorCode}). See whether the mail server runs there, and whether Port is right."),
        _ when IsBroken(failure) => new DeliveryOutcome.Deferred(OutgoingCodes.ConnectionLost, $"The connection to {host} broke off before the mail was handed over."),
        _ => null,
    };

    /// <summary>An answer is certain, also one to the whole mail.</summary>
    private static DeliveryOutcome OfAnswer(SmtpCommandException answer, string host)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{host} answered {(int)answer.StatusCode} {ForeignText.Quote(answer.Message)}{To(answer)}.");
        return (int)answer.StatusCode switch
        {
            >= Transient and < Permanent => new DeliveryOutcome.Deferred("deferred", said),
            (int)SmtpStatusCode.ExceededStorageAllocation when answer.ErrorCode != SmtpErrorCode.RecipientNotAccepted => new DeliveryOutcome.Refused(ChannelCodes.TooLarge, said + " Send less of it, or links."),
            _ => new DeliveryOutcome.Refused(answer.ErrorCode == SmtpErrorCode.RecipientNotAccepted ? "recipient_refused" : ChannelCodes.Rejected, $"{said} {Remedy(answer)}"),
        };
    }

    /// <summary>By the enhanced status code that the answer begins with (RFC 3463), else by what was answered to.</summary>
    private static string Remedy(SmtpCommandException answer) => answer.Message.TrimStart() switch
    {
        ['5', '.', '1', '.', '1' or '2' or '3' or '6' or '0', ..] => "Correct the address, or take the recipient out.",
        ['5', '.', '1', '.', '7' or '8', ..] => SenderRemedy,
        ['5', '.', '2', ..] => "The mailbox takes no mail: the recipient has to see to it.",
        ['5', '.', '7', ..] => "The mail server's rules do not permit it: ask whoever runs it.",
        _ => answer.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => "Correct the address, or ask whoever runs the mail server.",
            SmtpErrorCode.SenderNotAccepted => SenderRemedy,
            _ => "Ask whoever runs the mail server why.",
        },
    };

    private static string To(SmtpCommandException answer) => answer.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted => " to the recipient",
        SmtpErrorCode.SenderNotAccepted => " to the sender",
        SmtpErrorCode.MessageNotAccepted => " to the mail",
        _ => "",
    };

    private static bool IsBroken(Exception failure) => failure is IOException or ProtocolException or ServiceNotConnectedException or SocketException;

    private static string FirstLine(string text) => text.Split('\n')[0];
}
