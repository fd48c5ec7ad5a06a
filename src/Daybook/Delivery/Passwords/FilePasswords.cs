using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Daybook.Accounts;
using Daybook.Delivery.Sending;
using Daybook.Storage;

namespace Daybook.Delivery.Passwords;

/// <summary>The passwords of deliveries. What is generated is derived from the delivery and a key of the server, so that it is kept nowhere and each try has the same.</summary>
internal sealed class FilePasswords(Database database, FilePasswordStore store, SealedSecrets secrets, ServerKeys keys)
{
    /// <summary>Letters and digits that nobody takes for one another.</summary>
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Length = 20, Group = 5;

    public static string PurposeOf(string name) => "delivery.password:" + name;

    /// <exception cref="MessageException">The stored password is gone, or cannot be opened.</exception>
    public async Task<string> OfAsync(FilePassword password, string deliveryKey, CancellationToken cancellationToken) =>
        password.Stored is { } name ? await StoredAsync(name, cancellationToken).ConfigureAwait(false) : await GeneratedAsync(deliveryKey, cancellationToken).ConfigureAwait(false);

    /// <summary>Such as <c>k3mzq-8tnw2-hx9pd-4rvca</c>: 99 bits.</summary>
    public async Task<string> GeneratedAsync(string deliveryKey, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(ServerKeys.FilePasswords, cancellationToken).ConfigureAwait(false);
        // 16 bits a letter: the remainder favours no letter in a way that matters.
        var bytes = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 2 * Length, info: Encoding.UTF8.GetBytes("delivery " + deliveryKey));
        var text = new StringBuilder();
        for (var i = 0; i < Length; i++)
        {
            if (i > 0 && i % Group == 0)
                text.Append('-');
            text.Append(Letters[((bytes[2 * i] << 8) | bytes[2 * i + 1]) % Letters.Length]);
        }

        return text.ToString();
    }

    private async Task<string> StoredAsync(string name, CancellationToken cancellationToken)
    {
        byte[]? whole;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            whole = await store.FindAsync(session, name, cancellationToken).ConfigureAwait(false);
        if (whole is null)
            throw new MessageException("password_missing", string.Create(CultureInfo.InvariantCulture, $"There is no stored password '{name}' any more, and the file is not sent without one. Store it again and have this sent again."));
        try
        {
            return await secrets.OpenAsync(PurposeOf(name), whole, cancellationToken).ConfigureAwait(false);
        }
        catch (CryptographicException damage)
        {
            throw new MessageException("password_missing", $"The stored password '{name}' cannot be read, and the file is not sent without one. Store it again and have this sent again.", damage);
        }
    }
}
