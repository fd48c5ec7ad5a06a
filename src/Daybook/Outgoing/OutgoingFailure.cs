using System.Net.Sockets;
using System.Security.Authentication;

namespace Daybook.Outgoing;

/// <summary>Turns what the network throws into sentences.</summary>
internal static class OutgoingFailure
{
    public static OutgoingException Of(Exception failure, string host, bool isTimeout, bool mayHaveArrived)
    {
        if (Inner<OutgoingException>(failure) is { } own)
            return own;
        if (Inner<AuthenticationException>(failure) is { } tls)
            return new OutgoingException(OutgoingCodes.TlsFailed, $"{host} could not prove by its certificate that it is {host}: {Sentence(tls.Message)}", failure);
        if (isTimeout || failure is OperationCanceledException)
            return new OutgoingException(OutgoingCodes.NoAnswer, $"{host} did not answer in time.", failure) { MayHaveArrived = mayHaveArrived };
        return Inner<SocketException>(failure) is { } socket
            ? new OutgoingException(OutgoingCodes.ConnectionLost, $"The connection to {host} broke off ({socket.SocketErrorCode}).", failure) { MayHaveArrived = mayHaveArrived }
            : new OutgoingException(OutgoingCodes.ConnectionLost, $"The connection to {host} broke off before an answer came.", failure) { MayHaveArrived = mayHaveArrived };
    }

    private static string Sentence(string message) => message.TrimEnd('.') + ".";

    private static T? Inner<T>(Exception failure)
        where T : Exception
    {
        for (Exception? at = failure; at is not null; at = at.InnerException)
        {
            if (at is T found)
                return found;
        }

        return null;
    }
}
