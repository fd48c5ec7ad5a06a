using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Security;

/// <summary>
/// Entries U and O (48 bytes: hash, validation salt, key salt) of files that qpdf 11.3.0 protected with a password and the owner's
/// password "owner". All but the first end in a round that counting from zero would miss.
/// </summary>
public sealed class PasswordHashTests
{
    [Theory]
    [InlineData("word 0", "e2f5282362b7687a93fd2f0336b038832e6ba6800dd096464118e32fd8a615d619349802b141a7f9052a995598d2dac7", "6e552b6e495da139782282a1a38d2ff6feda12b213b926778431c2d628d3584e5d70000fa4767fb9de2e24dc7eac9da6")]
    [InlineData("word 51", "862bf255bc22c7cb646bbfdba6e35e12f99b194b7fde3c33ed937c1b6a1b6cfa7e3a0d7bda5af49dac0ec5ed9db0e8ef", "973befb82ca3b94f629435ad016da560cb8761bd066aa44cdbd5f0c2f45c99ec0cd8064e73460472b8f850bd28899801")]
    [InlineData("word 90", "3df477b212784dd49b3927d67a3f5340fa5b47d8b6379f29cbc997c557e2e57b73dbf31783392be760529009def9289b", "7fe7433adf1dfe65f76b9458ed5e7aae567db0faf72a329fc8189f491a0a72670bcacc9bb94983a539990ece681a243b")]
    [InlineData("word 134", "ae451eb7f3c7d632a16ef1131f509161179b426c8a67a4819b69908cffbc5016cc811d0358ec52a77f204fd3047c0ffb", "28b267252ae5ae9ebdef1fe60c2a7b5ae85d3ea3989b76a9977489519bcb139afdecd4b160bd8fa9dc83cacad24967cd")]
    [InlineData("word 226", "aabf3e1290d4173efa4e8345e3b1cdc8fca09b3c509d612c39b32521b376cff473a772a9f7f0fa4b995e237fc1f25f2d", "196c1dfbccf2553f6eed13340f2ad68bc0d0fa4000b19146b71c5b090898ad72dace21fcfa0e49cd5b35226748aba5da")]
    public void Qpdf_hashes_a_password_the_same(string password, string userEntry, string ownerEntry)
    {
        var (user, owner) = (Convert.FromHexString(userEntry), Convert.FromHexString(ownerEntry));
        Assert.Equal(userEntry[..64], Convert.ToHexStringLower(PasswordHash.Of(PasswordHash.Prepare(password), user.AsSpan(32, 8), [])));
        Assert.Equal(ownerEntry[..64], Convert.ToHexStringLower(PasswordHash.Of(PasswordHash.Prepare("owner"), owner.AsSpan(32, 8), user)));
    }
}
