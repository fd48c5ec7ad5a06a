using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Accounts;

/// <summary>The rules of user accounts: who may be called what, and that somebody always is left to look after the server.</summary>
internal sealed partial class UserAccounts(
    Database database, UserStore users, CredentialStore credentials, PasswordHashing passwords, HandOver handOver, AuditLog audit, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private const int LongestPassword = 1000;

    /// <exception cref="ProblemException">The name, the password or a group cannot be taken, or the name is taken.</exception>
    public async Task<User> AddAsync(
        Session session, Caller caller, string? username, string? displayName, string? email, string? password, Role? role, IReadOnlyList<string>? groups, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Line(username, "username", 64).ToLowerInvariant();
        check.Refuse(name.Length > 0 && !Username().IsMatch(name), "username", "may hold letters, digits and the marks . _ - @, and begins with a letter or digit", "wrong_name");
        var shown = check.OptionalText(displayName, "display_name", 255) ?? name;
        var mail = check.OptionalText(email, "email", 255);
        CheckPassword(check, password, "password");
        check.Refuse(role is null, "role", $"must be one of {string.Join(", ", Role.All.Select(known => known.Word))}", "unknown_role");
        var checkedGroups = Groups(check, groups);
        check.ThrowIfRefused();

        var hash = password is null ? null : await passwords.HashAsync(password, cancellationToken).ConfigureAwait(false);
        if (await users.FindAsync(session, name, cancellationToken).ConfigureAwait(false) is not null)
            throw Taken(name);
        UserId id;
        try
        {
            id = await users.AddAsync(session, new NewUser(name, shown, mail, hash, role!, checkedGroups), cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (database.IsUniqueViolation(exception))
        {
            throw Taken(name);
        }

        var user = (await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false))!;
        await audit.AppendAsync(session, caller, "user.created", id.ToString(), null, State(user), cancellationToken).ConfigureAwait(false);
        return user;
    }

    /// <param name="revision">That the change was made from; null takes the present one.</param>
    /// <exception cref="ProblemException">The change cannot be made.</exception>
    public async Task<User> UpdateAsync(Caller caller, UserId id, UserChange change, int? revision, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var shown = check.OptionalText(change.DisplayName, "display_name", 255);
        var mail = check.OptionalText(change.Email, "email", 255);
        var role = change.Role is null ? null : Role.Find(change.Role);
        check.Refuse(change.Role is not null && role is null, "role", $"must be one of {string.Join(", ", Role.All.Select(known => known.Word))}", "unknown_role");
        CheckPassword(check, change.Password, "password");
        var groups = change.Groups is { } given ? Groups(check, given) : (Json?)null;
        check.ThrowIfRefused();
        var hash = change.Password is null ? null : await passwords.HashAsync(change.Password, cancellationToken).ConfigureAwait(false);

        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var before = await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("User");
        var after = before with
        {
            DisplayName = shown ?? before.DisplayName,
            Email = change.Email is null ? before.Email : mail,
            Role = role ?? before.Role,
            Groups = groups ?? before.Groups,
            IsActive = change.IsActive ?? before.IsActive,
        };
        var losesAccess = before.IsActive && !after.IsActive;
        if (losesAccess)
            after = after with { SecurityVersion = before.SecurityVersion + 1 };
        if (!await users.UpdateAsync(session, after, revision ?? before.Revision, cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.StaleEdit, "The user was changed since you read it; read it again.");
        if (losesAccess)
        {
            await credentials.EndSessionsAsync(session, id, cancellationToken).ConfigureAwait(false);
            await credentials.RevokeTokensAsync(session, id, clock.Now(), cancellationToken).ConfigureAwait(false);
        }

        if (before.IsActive != after.IsActive)
            await (losesAccess ? handOver.FlagAsync(session, after, cancellationToken) : handOver.UnflagAsync(session, id, cancellationToken)).ConfigureAwait(false);

        if (await users.CountAdminsAsync(session, cancellationToken).ConfigureAwait(false) == 0)
            throw new ProblemException(ProblemType.NotPossibleNow, "This is the last active administrator; make somebody else one first.");
        if (hash is not null)
            await SetPasswordAsync(session, caller, id, hash, cancellationToken).ConfigureAwait(false);
        var changed = (await users.FindAsync(session, id, cancellationToken).ConfigureAwait(false))!;
        await audit.AppendAsync(session, caller, "user.updated", id.ToString(), State(before), State(changed), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <exception cref="ProblemException">The old password is wrong, or the new one cannot be taken.</exception>
    public async Task ChangePasswordAsync(Caller caller, string? current, string? next, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(string.IsNullOrEmpty(next), "new_password", "is needed", "missing");
        CheckPassword(check, next, "new_password");
        check.ThrowIfRefused();
        await using (var reading = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            var user = await users.FindAsync(reading, caller.UserId, cancellationToken).ConfigureAwait(false);
            if (!await passwords.VerifyAsync(current ?? "", user?.PasswordHash, cancellationToken).ConfigureAwait(false))
                throw new ProblemException(ProblemType.InvalidRequest, "The current password is wrong.", [new FieldError("current_password", "is wrong", "wrong_password")]);
        }

        var hash = await passwords.HashAsync(next!, cancellationToken).ConfigureAwait(false);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await SetPasswordAsync(session, caller, caller.UserId, hash, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task SetPasswordAsync(Session session, Caller caller, UserId id, string hash, CancellationToken cancellationToken)
    {
        await users.SetPasswordAsync(session, id, hash, cancellationToken).ConfigureAwait(false);
        await credentials.EndSessionsAsync(session, id, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "user.password_changed", id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
    }

    private void CheckPassword(RequestCheck check, string? password, string field)
    {
        if (password is null)
            return;
        check.Refuse(password.Length < options.Value.PasswordMinimumLength, field, $"must have at least {options.Value.PasswordMinimumLength} characters", "too_short");
        check.Refuse(password.Length > LongestPassword, field, $"may have at most {LongestPassword} characters", "too_long");
    }

    private static Json Groups(RequestCheck check, IReadOnlyList<string>? groups)
    {
        var names = (groups ?? []).Select(name => name?.Trim() ?? "").Distinct().ToArray();
        foreach (var name in names)
        {
            check.Refuse(!GroupName().IsMatch(name), "groups", "may hold lower-case letters, digits and the marks . _ -", "wrong_name");
            check.Refuse(name == Caller.AllUsers || Role.Find(name) is not null, "groups", $"'{name}' is a word of the server", "reserved_name");
        }

        check.Refuse(names.Length > 50, "groups", "are at most 50", "too_many");
        return new Json(JsonSerializer.Serialize(names, AccountsJson.Default.StringArray));
    }

    public static bool IsGroupName(string name) => GroupName().IsMatch(name) && name != Caller.AllUsers && Role.Find(name) is null;

    private static ProblemException Taken(string name) =>
        new(ProblemType.AlreadyExists, $"There is a user '{name}' already.", [new FieldError("username", "is taken", "already_exists")]);

    internal static Json State(User user) => new(JsonSerializer.Serialize(UserContract.Of(user), AccountsJson.Default.UserContract));

    [GeneratedRegex("^[a-z0-9][a-z0-9._@-]*$")]
    private static partial Regex Username();

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$")]
    private static partial Regex GroupName();
}
