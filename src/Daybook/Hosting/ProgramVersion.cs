using System.Reflection;

namespace Daybook.Hosting;

internal static class ProgramVersion
{
    /// <summary>Without the commit that follows a plus sign.</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
