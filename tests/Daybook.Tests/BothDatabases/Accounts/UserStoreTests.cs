using System.Data.Common;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Tests.BothDatabases.Accounts;

public abstract class UserStoreTests : StoreTests
{
    private readonly UserStore _users = new();

    private Task<UserId> AddAsync(string username, Role role) => WriteAsync(session =>
        _users.AddAsync(session, new NewUser(username, "Ann O'Neill", null, "hash", role, new Json("""["blue"]""")), Cancel));

    private Task<User?> FindAsync(UserId id) => ReadAsync(session => _users.FindAsync(session, id, Cancel));

    [Fact]
    public async Task A_user_comes_back_as_added()
    {
        var id = await AddAsync("ann", Role.Operator);
        var user = Assert.IsType<User>(await ReadAsync(session => _users.FindAsync(session, "ANN", Cancel)));
        Assert.Equal(id, user.Id);
        Assert.Equal("Ann O'Neill", user.DisplayName);
        Assert.Equal(Role.Operator, user.Role);
        Assert.Equal(["blue"], user.GroupNames);
        Assert.True(user.IsActive);
        Assert.Null(user.LastSignInAt);
        Assert.InRange(user.CreatedAt, Start.AddYears(-10), DateTimeOffset.MaxValue);
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await AddAsync("ann", Role.Viewer);
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => AddAsync("ann", Role.Viewer));
        Assert.True(Database.IsUniqueViolation(refusal));
    }

    [Fact]
    public async Task A_change_made_from_an_old_revision_is_refused()
    {
        var id = await AddAsync("ann", Role.Viewer);
        var user = (await FindAsync(id))!;
        Assert.True(await WriteAsync(session => _users.UpdateAsync(session, user with { Role = Role.Author }, user.Revision, Cancel)));
        Assert.False(await WriteAsync(session => _users.UpdateAsync(session, user with { Role = Role.Admin }, user.Revision, Cancel)));
        Assert.Equal(Role.Author, (await FindAsync(id))!.Role);
    }

    [Fact]
    public async Task An_account_rests_after_so_many_failures()
    {
        var id = await AddAsync("ann", Role.Viewer);
        for (var i = 0; i < 2; i++)
            await WriteAsync(session => _users.CountFailureAsync(session, id, 3, Start.AddMinutes(15), Cancel));
        Assert.Null((await FindAsync(id))!.LockedUntil);
        await WriteAsync(session => _users.CountFailureAsync(session, id, 3, Start.AddMinutes(15), Cancel));
        Assert.Equal(Start.AddMinutes(15), (await FindAsync(id))!.LockedUntil);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var id = await AddAsync("ann", Role.Viewer);
        await WriteAsync(session => _users.SetSecondFactorAsync(session, id, [1, 2, 3], 0, Cancel));
        Assert.True(await WriteAsync(session => _users.CountSuccessAsync(session, id, 7, Start, Cancel)));
        Assert.False(await WriteAsync(session => _users.CountSuccessAsync(session, id, 7, Start, Cancel)));
        Assert.True(await WriteAsync(session => _users.CountSuccessAsync(session, id, null, Start, Cancel)));
        Assert.Equal(Start, (await FindAsync(id))!.LastSignInAt);
    }

    [Fact]
    public async Task What_a_transaction_did_not_commit_is_not_there()
    {
        await using (var session = await Database.BeginAsync(Cancel))
            await _users.AddAsync(session, new NewUser("ann", "Ann", null, null, Role.Viewer, new Json("[]")), Cancel);
        Assert.True(await ReadAsync(session => _users.IsEmptyAsync(session, Cancel)));
    }

    [Fact]
    public async Task Names_are_data_and_never_statements()
    {
        const string Hostile = "x'; drop table users; --";
        await AddAsync(Hostile, Role.Viewer);
        Assert.NotNull(await ReadAsync(session => _users.FindAsync(session, Hostile, Cancel)));
        Assert.Null(await ReadAsync(session => _users.FindAsync(session, "' or '1'='1", Cancel)));
    }
}
