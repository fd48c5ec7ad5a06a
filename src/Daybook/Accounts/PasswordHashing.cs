using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

/// <summary>Hashes passwords with Argon2id. The stored text names its own parameters, so that they can be raised later.</summary>
internal sealed class PasswordHashing(IOptions<AccountsOptions> options) : IDisposable
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Each hash takes much memory, on purpose; so only a few run at once.</summary>
    private readonly SemaphoreSlim _turns = new(2);

    /// <returns><c>$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH</c>.</returns>
    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var (memory, iterations) = (options.Value.PasswordMemoryKiB, options.Value.PasswordIterations);
        var hash = await ComputeAsync(password, salt, memory, iterations, cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={memory},t={iterations},p=1${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <param name="stored">Null for an account that does not exist: as much work is done, and the answer is no.</param>
    public async Task<bool> VerifyAsync(string password, string? stored, CancellationToken cancellationToken)
    {
        // No password is empty, and none can be hashed that is.
        if (password.Length == 0)
            return false;
        if (stored?.Split('$') is not ["", "argon2id", "v=19", var parameters, var salt, var hash])
        {
            await ComputeAsync(password, new byte[SaltBytes], options.Value.PasswordMemoryKiB, options.Value.PasswordIterations, cancellationToken).ConfigureAwait(false);
            return false;
        }

        var numbers = parameters.Split(',').Select(part => int.Parse(part.AsSpan(2), CultureInfo.InvariantCulture)).ToArray();
        var computed = await ComputeAsync(password, Convert.FromBase64String(salt), numbers[0], numbers[1], cancellationToken).ConfigureAwait(false);
        return CryptographicOperations.FixedTimeEquals(computed, Convert.FromBase64String(hash));
    }

    public void Dispose() => _turns.Dispose();

    private async Task<byte[]> ComputeAsync(string password, byte[] salt, int memoryKiB, int iterations, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var argon = new Argon2id(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC)))
            {
                Salt = salt, MemorySize = memoryKiB, Iterations = iterations, DegreeOfParallelism = 1,
            };
            return await argon.GetBytesAsync(HashBytes).ConfigureAwait(false);
        }
        finally
        {
            _turns.Release();
        }
    }
}
