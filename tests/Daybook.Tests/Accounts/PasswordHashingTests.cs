using Daybook.Accounts;
using Microsoft.Extensions.Options;

namespace Daybook.Tests.Accounts;

public sealed class PasswordHashingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static PasswordHashing Hashing(int iterations = 1) =>
        new(Options.Create(new AccountsOptions { PasswordMemoryKiB = 8192, PasswordIterations = iterations }));

    [Fact]
    public async Task A_password_fits_its_own_hash_only()
    {
        using var hashing = Hashing();
        var hash = await hashing.HashAsync("correct-horse-battery", Cancel);
        Assert.StartsWith("$argon2id$v=19$m=8192,t=1,p=1$", hash, StringComparison.Ordinal);
        Assert.True(await hashing.VerifyAsync("correct-horse-battery", hash, Cancel));
        Assert.False(await hashing.VerifyAsync("correct-horse-batterY", hash, Cancel));
        Assert.NotEqual(hash, await hashing.HashAsync("correct-horse-battery", Cancel));
    }

    [Fact]
    public async Task A_hash_made_with_other_settings_still_verifies()
    {
        using var before = Hashing(1);
        using var after = Hashing(3);
        Assert.True(await after.VerifyAsync("correct-horse-battery", await before.HashAsync("correct-horse-battery", Cancel), Cancel));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a hash")]
    [InlineData("$argon2i$v=19$m=8192,t=1,p=1$AAAA$AAAA")]
    public async Task No_password_fits_a_missing_or_foreign_hash(string? stored)
    {
        using var hashing = Hashing();
        Assert.False(await hashing.VerifyAsync("password", stored, Cancel));
    }
}
