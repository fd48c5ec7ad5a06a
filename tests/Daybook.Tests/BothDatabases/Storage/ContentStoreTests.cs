using System.Text;
using Daybook.Storage;

namespace Daybook.Tests.BothDatabases.Storage;

public abstract class ContentStoreTests : StoreTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"attempts": 12}""", 500)));

    private protected abstract ContentStore Contents { get; }

    /// <summary>Changes one bit of what is kept.</summary>
    private protected abstract Task DamageAsync(string sha256);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Content_comes_back_as_it_was_put(bool packed)
    {
        var sha256 = await WriteAsync(session => Contents.PutAsync(session, Content, packed, Cancel));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content)), sha256);
        Assert.Equal(Content, await ReadAsync(session => Contents.ReadAsync(session, sha256, Cancel)));
    }

    [Fact]
    public async Task The_same_content_is_kept_once()
    {
        await WriteAsync(session => Contents.PutAsync(session, Content, true, Cancel));
        await WriteAsync(session => Contents.PutAsync(session, Content, false, Cancel));
        Assert.Equal(1, await ReadAsync(session => session.GetAsync<long>("select count(*) from contents", null, Cancel)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_changed_bit_is_found(bool packed)
    {
        var sha256 = await WriteAsync(session => Contents.PutAsync(session, Content, packed, Cancel));
        await DamageAsync(sha256);
        var damage = await Assert.ThrowsAsync<DamagedContentException>(() => ReadAsync(session => Contents.ReadAsync(session, sha256, Cancel)));
        Assert.Equal(sha256, damage.Sha256);
        Assert.Contains(sha256, Assert.Single(await ReadAsync(session => Contents.CheckAsync(session, Cancel))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_was_never_put_is_missed() =>
        await Assert.ThrowsAsync<DamagedContentException>(() => ReadAsync(session => Contents.ReadAsync(session, new string('0', 64), Cancel)));

    [Fact]
    public async Task Writers_of_the_same_content_do_not_disturb_each_other()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => WriteAsync(session => Contents.PutAsync(session, Content, true, Cancel)))));
        Assert.Single(all.Distinct());
        Assert.Equal(Content, await ReadAsync(session => Contents.ReadAsync(session, all[0], Cancel)));
    }
}
