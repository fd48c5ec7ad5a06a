using System.Net.Sockets;
using Daybook.Outgoing;
using Renci.SshNet.Common;

namespace Daybook.Delivery.Channels.Sftp;

/// <summary>What a host refuses, as outcomes.</summary>
internal static class SftpFailure
{
    /// <param name="mayBeStored">Whether a file may have got its name.</param>
    /// <returns>Null for what is no matter of the world outside.</returns>
    public static DeliveryOutcome? Of(Exception failure, SftpOptions options, bool mayBeStored, CancellationToken cancellationToken) => failure switch
    {
        _ when cancellationToken.IsCancellationRequested => null,
        HostKeyException => new DeliveryOutcome.Refused(ChannelCodes.HostKeyUnknown, failure.Message),
        SshAuthenticationException => new DeliveryOutcome.Refused(ChannelCodes.SignInRefused, $"{options.Host} does not let {options.Username} in: {ForeignText.Quote(failure.Message)}. Correct Username, and Password or PrivateKeyFile."),
        SftpPermissionDeniedException => new DeliveryOutcome.Refused(ChannelCodes.NotPermitted, $"{options.Username} may not write below {options.Folder} on {options.Host}. Give it the right to."),
        SftpPathNotFoundException => new DeliveryOutcome.Deferred(ChannelCodes.NotFound, $"There is no folder {options.Folder} on {options.Host}, or it went away. Make it."),
        SftpException answered => new DeliveryOutcome.Deferred(ChannelCodes.NotStored, $"{options.Host} did not store the file: {ForeignText.Quote(answered.Message)}."),
        SshConnectionException or SshOperationTimeoutException or SocketException or IOException or ObjectDisposedException when mayBeStored =>
            new DeliveryOutcome.Unknown(OutgoingCodes.ConnectionLost, $"The connection to {options.Host} broke off while the file got its name; whether it has it is not known. Storing it again is harmless."),
        SocketException { SocketErrorCode: not (SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown) } unreachable => new DeliveryOutcome.Deferred(OutgoingCodes.ConnectionFailed, $"{options.Host} cannot be reached on port {options.Port} ({unreachable.SocketErrorCode})."),
        SshConnectionException or SshOperationTimeoutException or SocketException or IOException or ObjectDisposedException or TimeoutException or OperationCanceledException =>
            new DeliveryOutcome.Deferred(OutgoingCodes.ConnectionLost, $"The connection to {options.Host} broke off before the file was whole."),
        ProxyException or SshException => new DeliveryOutcome.Deferred(ChannelCodes.NotStored, $"{options.Host}: {ForeignText.Quote(failure.Message)}."),
        _ => null,
    };
}
