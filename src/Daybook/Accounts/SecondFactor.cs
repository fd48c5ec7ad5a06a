using System.Security.Cryptography;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;

namespace Daybook.Accounts;

/// <summary>Turns a user's authenticator app on and off; both need a code of it, which proves that it works and is theirs.</summary>
internal sealed class SecondFactor(Database database, UserStore users, AuditLog audit, TimeProvider clock)
{
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(Totp.SecretBytes);

    /// <param name="secret">Base32, as it was proposed.</param>
    /// <exception cref="ProblemException">There is one already, or the code does not fit the secret.</exception>
    public async Task TurnOnAsync(Caller caller, string? secret, string? code, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var user = (await users.FindAsync(session, caller.UserId, cancellationToken).ConfigureAwait(false))!;
        var bytes = Totp.FromBase32(secret ?? "");
        var check = new RequestCheck();
        check.Refuse(user.TotpSecret is not null, "secret", "has no effect: the second factor is on already; turn it off first", "already_on");
        check.Refuse(bytes.Length < 16, "secret", "must be the one that was proposed", "wrong_secret");
        check.ThrowIfRefused();
        var step = Totp.StepOf(bytes, code ?? "", 0, clock.Now()) ?? throw WrongCode();
        await SetAsync(session, caller, bytes, step, "user.second_factor_on", cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ProblemException">The code is wrong, or there is no second factor.</exception>
    public async Task TurnOffAsync(Caller caller, string? code, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var user = (await users.FindAsync(session, caller.UserId, cancellationToken).ConfigureAwait(false))!;
        if (user.TotpSecret is null || Totp.StepOf(user.TotpSecret, code ?? "", user.TotpLastStep, clock.Now()) is not { } step)
            throw WrongCode();
        await SetAsync(session, caller, null, step, "user.second_factor_off", cancellationToken).ConfigureAwait(false);
    }

    private async Task SetAsync(Session session, Caller caller, byte[]? secret, long step, string action, CancellationToken cancellationToken)
    {
        await users.SetSecondFactorAsync(session, caller.UserId, secret, step, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, action, caller.Id?.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ProblemException WrongCode() =>
        new(ProblemType.InvalidRequest, "The code is wrong or was used already.", [new FieldError("code", "is wrong or was used already", "wrong_code")]);
}
