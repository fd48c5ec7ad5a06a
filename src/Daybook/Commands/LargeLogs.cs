using System.CommandLine;
using Daybook.RedTeam;

namespace Daybook.Commands;

/// <summary>The option that lifts the limits on the size of logs.</summary>
internal static class LargeLogs
{
    public static Option<bool> NewOption() => new("--large-logs") { Description = "Read garak logs of more than 256 MB or 1,000,000 lines too." };

    public static GarakLimits LimitsOf(bool isGiven) => isGiven ? GarakLimits.AnySize : GarakLimits.Default;
}
