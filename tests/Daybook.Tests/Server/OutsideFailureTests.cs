using System.Net.Sockets;
using Daybook.Hosting;
using Daybook.Storage;

namespace Daybook.Tests.Server;

public sealed class OutsideFailureTests
{
    public static TheoryData<Exception, string?> Failures => new()
    {
        { new IOException("No space left on device : '/var/lib/daybook/contents/ab'"), "files_unavailable" },
        { new UnauthorizedAccessException("Access to the path '/var/lib/daybook' is denied."), "files_unavailable" },
        { new TimeoutException(), "took_too_long" },
        { new TaskCanceledException(), "took_too_long" },
        { new HttpRequestException("Connection refused (10.0.0.7:443)"), "unreachable" },
        { new SocketException((int)SocketError.HostUnreachable), "unreachable" },
        { new DamagedContentException("ab", "its file is missing"), "damaged_content" },
        { new InvalidOperationException(), null },
        { new ArgumentException("wrong"), null },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Only_what_is_wrong_outside_the_program_is_told_from_its_mistakes_and_no_place_is_named(Exception failure, string? code)
    {
        var outside = OutsideFailure.Of(failure);
        Assert.Equal(code, outside?.Code);
        Assert.DoesNotContain("/var", outside?.Message ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("10.0", outside?.Message ?? "", StringComparison.Ordinal);
    }
}
