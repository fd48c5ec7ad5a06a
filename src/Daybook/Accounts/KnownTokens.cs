using System.Collections.Concurrent;

namespace Daybook.Accounts;

/// <summary>
/// Tokens whose signature was checked already, by their hash. Only the signature is remembered: whether the token has expired and whether its
/// user may still act is asked at each request.
/// </summary>
internal sealed class KnownTokens
{
    /// <summary>Above it, all are forgotten and checked once more.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<UInt128, IssuedToken> _known = new();

    public IssuedToken? Find(string token) => _known.TryGetValue(KeyOf(token), out var issued) ? issued : null;

    public void Add(string token, IssuedToken issued)
    {
        if (_known.Count >= Most)
            _known.Clear();
        _known[KeyOf(token)] = issued;
    }

    private static UInt128 KeyOf(string token) => BitConverter.ToUInt128(Secret.Hash(token));
}
