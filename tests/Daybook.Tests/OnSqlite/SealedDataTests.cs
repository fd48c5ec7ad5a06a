using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Daybook.Accounts;
using Daybook.Sources;
using Daybook.Storage;
using Daybook.Tests.BothDatabases;

namespace Daybook.Tests.OnSqlite;

/// <summary>The boxes here were sealed by Python's <c>cryptography</c> in the form that servers keep; whatever the code becomes, it has to open them.</summary>
public sealed class SealedDataTests : StoreTests
{
    private readonly SqliteFolder _folder = new();

    private protected override Task<Database> NewDatabaseAsync() => Task.FromResult(_folder.NewDatabase());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_kept_secret_opens_for_its_purpose_alone()
    {
        var secrets = new SealedSecrets(await KeysAsync(ServerKeys.SealedSecrets));
        var kept = Convert.FromHexString("016465666768696a6b6c6d6e6fd782b12bfa256d31547161cc64747e23ced14ed0bdde47b65b400f027bd07737d51d6a94c9d783");
        Assert.Equal("https://hooks.example/a", await secrets.OpenAsync("webhook.address", kept, Cancel));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => secrets.OpenAsync("webhook.secret", kept, Cancel));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => secrets.OpenAsync("webhook.address", [2, .. kept[1..]], Cancel));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => secrets.OpenAsync("webhook.address", [], Cancel));
        Assert.Equal("näh", await secrets.OpenAsync("x", await secrets.SealAsync("x", "näh", Cancel), Cancel));
    }

    [Fact]
    public async Task The_secrets_of_a_source_open_for_it_alone()
    {
        var secrets = new SourceSecrets(await KeysAsync(ServerKeys.SourceSecrets));
        var kept = Convert.FromHexString("6465666768696a6b6c6d6e6f62d49743fb55a94aafb571de357829d977f307740dd64fc83acb2947726d48a41d877b447da42aa702911c573778");
        var expected = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("Authorization", "Bearer abc")]);
        Assert.Equal(expected, await secrets.OpenAsync("crm", kept, Cancel));
        Assert.Equal(expected, await secrets.OpenAsync("crm", await secrets.SealAsync("crm", expected, Cancel), Cancel));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => secrets.OpenAsync("erp", kept, Cancel));
    }

    [Fact]
    public async Task What_a_browser_carries_opens_for_its_purpose_alone()
    {
        var protection = new ServerProtection(await KeysAsync(ServerKeys.Protection));
        await protection.LoadAsync(Cancel);
        var (outer, inner) = (protection.CreateProtector("daybook cookie"), protection.CreateProtector("daybook").CreateProtector("cookie"));
        var carried = Convert.FromHexString("6465666768696a6b6c6d6e6f09b0f441dd3a54dce3d38a48b825938b2a1662860b");
        Assert.Equal("state"u8, outer.Unprotect(carried));
        Assert.Equal("state"u8, inner.Unprotect(Convert.FromHexString("6465666768696a6b6c6d6e6f2c5b765e5a1efeebd719e9cc80888ad40003d9b36f")));
        Assert.ThrowsAny<CryptographicException>(() => inner.Unprotect(carried));
        Assert.Equal("state"u8, inner.Unprotect(inner.Protect("state"u8.ToArray())));
    }

    [Fact]
    public void Any_flipped_or_missing_byte_is_noticed()
    {
        var box = new SealedBox([.. Enumerable.Range(0, 64).Select(at => (byte)at)], "use");
        var whole = box.Seal(Encoding.UTF8.GetBytes("content"), "owner");
        Assert.Equal("content"u8, box.Open(whole, "owner"));
        for (var at = 0; at < whole.Length; at++)
        {
            var (changed, where) = ((byte[])whole.Clone(), at);
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => box.Open(changed, "owner"));
            Assert.ThrowsAny<CryptographicException>(() => box.Open(whole.AsSpan(0, where), "owner"));
        }
    }

    /// <summary>The keys of a server whose key of this name is the bytes 0 to 63.</summary>
    private async Task<ServerKeys> KeysAsync(string name)
    {
        await WriteAsync(session => session.ExecuteAsync(
            "insert into server_keys (name, key) values (@name, @key)", new { name, key = Enumerable.Range(0, 64).Select(at => (byte)at).ToArray() }, Cancel));
        return new ServerKeys(Database);
    }
}
