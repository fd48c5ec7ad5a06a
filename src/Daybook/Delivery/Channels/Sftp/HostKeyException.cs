namespace Daybook.Delivery.Channels.Sftp;

/// <summary>A host showed a key that is not pinned.</summary>
/// <param name="key">Its algorithm and fingerprint.</param>
internal sealed class HostKeyException(string host, string key, Exception cause)
    : Exception($"{host} shows the key {key}, which is not in HostKeys. If the host was given a new key, add it there; if not, somebody stands in between.", cause);
