using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Tests.BothDatabases.Accounts;

public abstract class CredentialStoreTests : StoreTests
{
    private static readonly byte[] Hash = Secret.Hash("secret");

    private readonly CredentialStore _store = new();

    private Task<UserId> UserAsync(string name = "ann") => WriteAsync(session =>
        new UserStore().AddAsync(session, new NewUser(name, name, null, null, Role.Viewer, new Json("[]")), Cancel));

    [Fact]
    public async Task A_session_is_good_until_it_ends()
    {
        var user = await UserAsync();
        await WriteAsync(session => _store.AddSessionAsync(session, Hash, user, null, "127.0.0.1", Start.AddHours(1), Cancel));
        Assert.Equal(user, await ReadAsync(session => _store.FindSessionAsync(session, Hash, Start, Cancel)));
        Assert.Null(await ReadAsync(session => _store.FindSessionAsync(session, Hash, Start.AddHours(1), Cancel)));
        await WriteAsync(session => _store.EndSessionAsync(session, Hash, Cancel));
        Assert.Null(await ReadAsync(session => _store.FindSessionAsync(session, Hash, Start, Cancel)));
    }

    [Fact]
    public async Task A_token_is_good_until_it_expires_or_is_revoked()
    {
        var user = await UserAsync();
        var id = await WriteAsync(session => _store.AddTokenAsync(session, user, "ci", Hash, "dbk_abc", Start.AddDays(1), Cancel));
        Assert.Equal("ci", (await ReadAsync(session => _store.FindTokenAsync(session, Hash, Start, Cancel)))!.Name);
        Assert.Null(await ReadAsync(session => _store.FindTokenAsync(session, Hash, Start.AddDays(1), Cancel)));
        Assert.True(await WriteAsync(session => _store.RevokeTokenAsync(session, user, id, Start, Cancel)));
        Assert.False(await WriteAsync(session => _store.RevokeTokenAsync(session, user, id, Start, Cancel)));
        Assert.Null(await ReadAsync(session => _store.FindTokenAsync(session, Hash, Start, Cancel)));
    }

    [Fact]
    public async Task A_token_of_somebody_else_cannot_be_revoked()
    {
        var (ann, bob) = (await UserAsync(), await UserAsync("bob"));
        var id = await WriteAsync(session => _store.AddTokenAsync(session, ann, "ci", Hash, "dbk_abc", Start.AddDays(1), Cancel));
        Assert.False(await WriteAsync(session => _store.RevokeTokenAsync(session, bob, id, Start, Cancel)));
        Assert.Empty(await ReadAsync(session => _store.ListTokensAsync(session, bob, Cancel)));
    }

    [Fact]
    public async Task A_set_up_link_works_for_one_of_many_who_try()
    {
        await WriteAsync(session => _store.AddSetupLinkAsync(session, Hash, Start, Start.AddHours(1), Cancel));
        var taken = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => WriteAsync(session => _store.TakeSetupLinksAsync(session, Hash, Start, Cancel)))));
        Assert.Single(taken, took => took);
    }

    [Fact]
    public async Task All_nodes_share_the_same_keys()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new ServerKeys(Database).GetAsync("links", Cancel))));
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.NotEqual(keys[0], await new ServerKeys(Database).GetAsync("others", Cancel));
    }
}
