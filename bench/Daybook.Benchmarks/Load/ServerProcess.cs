using System.Globalization;

namespace Daybook.Benchmarks.Load;

/// <summary>What Linux knows of the server's process.</summary>
internal static class ServerProcess
{
    /// <summary>The kernel counts processor time in hundredths of a second, on every architecture.</summary>
    private const double TicksPerSecond = 100;

    /// <returns>Resident memory in MB.</returns>
    public static double Resident(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', '\t')[^2], CultureInfo.InvariantCulture) / 1024;
    }

    /// <returns>Processor time so far in seconds; unlike elapsed time it does not depend on what else the machine does.</returns>
    public static double Processor(int pid)
    {
        var fields = File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
