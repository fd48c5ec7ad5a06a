using Daybook.Hosting;

namespace Daybook.Tests.Server;

public sealed class IdleMemoryTests
{
    [Fact]
    public void Memory_is_given_back_once_after_work_and_never_during_it()
    {
        var memory = new IdleMemory();
        long[] allocated = [50_000_000, 50_100_000, 50_200_000, 90_000_000, 130_000_000, 130_000_100, 130_900_000, 137_000_000, 137_900_000, 138_000_100, 138_000_200];
        Assert.Equal([false, true, false, false, false, true, false, false, false, true, false], allocated.Select(memory.IsTime));
    }
}
