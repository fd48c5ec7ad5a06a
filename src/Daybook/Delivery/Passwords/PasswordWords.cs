using Daybook.Delivery.Sending;
using Daybook.Storage;

namespace Daybook.Delivery.Passwords;

/// <summary>What messages say about files with a password.</summary>
internal sealed class PasswordWords(Database database, DeliveryStore ledger, FilePasswords passwords)
{
    /// <summary>Beside the file.</summary>
    public static string Of(FilePassword password) => password.IsGenerated
        ? "The report is attached. It opens with a password that you get in another message."
        : "The report is attached. It opens with the password that was agreed with you.";

    /// <summary>The password of another delivery, in a message of its own.</summary>
    /// <param name="key">Of the delivery of the file.</param>
    /// <exception cref="MessageException">That delivery is gone.</exception>
    public async Task<ToldPassword> TellAsync(StoredDistribution distribution, string key, CancellationToken cancellationToken)
    {
        StoredDelivery file;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
            file = await ledger.FindAsync(session, key, cancellationToken).ConfigureAwait(false) ?? throw new MessageException("report_removed", "The delivery whose password is told was removed.");
        var password = await passwords.GeneratedAsync(key, cancellationToken).ConfigureAwait(false);
        return new ToldPassword($"The report “{distribution.Title}” that is sent to {file.Recipient} over {file.Channel} opens with this password:", password);
    }
}
