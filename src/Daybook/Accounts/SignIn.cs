using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

/// <summary>Checks who somebody is. Names that do not exist, wrong passwords and accounts that rest are told apart by nobody but the audit log.</summary>
internal sealed class SignIn(Database database, UserStore users, PasswordHashing passwords, AuditLog audit, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private const string Failed = "The name, the password or the code is wrong, or the account is resting after failed attempts.";

    /// <param name="code">Of the authenticator app; null where none was given.</param>
    /// <exception cref="ProblemException">They are not who they say, or a code is needed.</exception>
    public async Task<User> CheckAsync(string username, string password, string? code, string? address, CancellationToken cancellationToken)
    {
        var user = await FindAsync(username, cancellationToken).ConfigureAwait(false);
        var now = clock.Now();
        var isPassword = await passwords.VerifyAsync(password, user?.PasswordHash, cancellationToken).ConfigureAwait(false);
        if (user is not { IsActive: true } || user.LockedUntil > now)
            throw await RefuseAsync(user, address, user is null ? "unknown" : user.IsActive ? "resting" : "inactive", count: false, cancellationToken).ConfigureAwait(false);
        if (!isPassword)
            throw await RefuseAsync(user, address, "password", count: true, cancellationToken).ConfigureAwait(false);
        if (user.TotpSecret is null)
            return await AcceptAsync(user, null, address, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(code))
            throw new ProblemException(ProblemType.SecondFactorRequired, "Send the code of the authenticator app as well.");
        if (Totp.StepOf(user.TotpSecret, code, user.TotpLastStep, now) is not { } step)
            throw await RefuseAsync(user, address, "code", count: true, cancellationToken).ConfigureAwait(false);
        return await AcceptAsync(user, step, address, cancellationToken).ConfigureAwait(false);
    }

    private async Task<User?> FindAsync(string username, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await users.FindAsync(session, username, cancellationToken).ConfigureAwait(false);
    }

    private async Task<User> AcceptAsync(User user, long? totpStep, string? address, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await users.CountSuccessAsync(session, user.Id, totpStep, clock.Now(), cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.SignInFailed, Failed);
        await audit.AppendAsync(session, Caller.Of(user, address), "user.signed_in", user.Id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return user;
    }

    private async Task<ProblemException> RefuseAsync(User? user, string? address, string reason, bool count, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (count)
            await users.CountFailureAsync(session, user!.Id, options.Value.LockoutAttempts, clock.Now().AddMinutes(options.Value.LockoutMinutes), cancellationToken).ConfigureAwait(false);
        var actor = user is null ? Caller.Server with { Username = "unknown", Address = address } : Caller.Of(user, address);
        await audit.AppendAsync(session, actor, "user.sign_in_refused", user?.Id.ToString(), null, new Json($$"""{"reason":"{{reason}}"}"""), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new ProblemException(ProblemType.SignInFailed, Failed);
    }
}
