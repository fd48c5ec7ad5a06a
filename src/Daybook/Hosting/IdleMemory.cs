using System.Runtime.InteropServices;

namespace Daybook.Hosting;

/// <summary>
/// Gives memory back when the server has come to rest. The runtime collects when a program allocates; one that has just started, or has just made many
/// reports, and then waits for the next evening would hold all night what it needed then. Only for a server that is its process alone.
/// </summary>
internal sealed class IdleMemory
{
    private const long Quiet = 1_000_000;
    private const long Worthwhile = 8_000_000;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private long _seen;
    private long _collected;

    /// <param name="stoppingToken">Ends it.</param>
    public static Task WatchAsync(WorkLoop loop, CancellationToken stoppingToken)
    {
        var memory = new IdleMemory();
        return loop.RunAsync("memory", TimeSpan.Zero, _ => Task.FromResult(memory.Turn()), stoppingToken);
    }

    private Rest Turn()
    {
        if (IsTime(GC.GetTotalAllocatedBytes()))
            GiveBack();
        return new Rest(Period, []);
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        try
        {
            // SQLite, OpenSSL and the runtime's compiler take theirs from the C library, which keeps what they freed.
            _ = TrimNativeMemory(0);
        }
        catch (Exception absent) when (absent is EntryPointNotFoundException or DllNotFoundException)
        {
            // The C library of this system has no such call.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int TrimNativeMemory(nuint keep);

    /// <summary>True once after work: little was allocated since this was last asked, and enough since it was last true.</summary>
    /// <param name="allocated">Bytes, since the program began.</param>
    internal bool IsTime(long allocated)
    {
        var isQuiet = allocated - _seen < Quiet;
        _seen = allocated;
        if (!isQuiet || allocated - _collected < Worthwhile)
            return false;
        _collected = allocated;
        return true;
    }
}
