using System.Collections.Immutable;

namespace Daybook.Outgoing;

/// <summary>One call to another host.</summary>
internal sealed record OutgoingRequest(HttpMethod Method, Uri Address)
{
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Null sends no body.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Called once, and waited for, when the host is reached and before the first byte of the body leaves. When it throws, the body does not leave.</summary>
    public Func<CancellationToken, Task>? BeforeBody { get; init; }

    /// <summary>For the call as a whole, with what it is redirected to.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most of the answer that is read, unpacked, in bytes.</summary>
    public int MaxBytes { get; init; } = 1_000_000;

    /// <summary>Whether a longer answer is cut; otherwise the call fails.</summary>
    public bool CutsAnswer { get; init; }

    /// <summary>How many redirects are followed, each checked as the address was; with none a redirect is the answer.</summary>
    public int MaxRedirects { get; init; }
}
