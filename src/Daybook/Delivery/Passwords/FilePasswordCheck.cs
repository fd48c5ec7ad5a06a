using Daybook.Hosting;
using Daybook.Storage;

namespace Daybook.Delivery.Passwords;

/// <summary>Whether the stored passwords are there that distributions name.</summary>
internal sealed class FilePasswordCheck(FilePasswordStore store)
{
    /// <exception cref="ProblemException">Some are not.</exception>
    public async Task RequireAsync(Session session, IEnumerable<Distribution> distributions, CancellationToken cancellationToken)
    {
        var names = distributions.SelectMany(distribution => distribution.Targets).Select(target => target.Password?.Stored).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var check = new RequestCheck();
        foreach (var name in await store.MissingAsync(session, names, cancellationToken).ConfigureAwait(false))
            check.Refuse("password", $"names the stored password '{name}', which is not there; store it with PUT /delivery-passwords/{name}", "unknown_password");
        check.ThrowIfRefused();
    }
}
