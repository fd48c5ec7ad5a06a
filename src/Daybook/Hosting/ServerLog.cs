using Microsoft.Extensions.Logging;

namespace Daybook.Hosting;

internal static partial class ServerLog
{
    [LoggerMessage(10, LogLevel.Information, "Daybook {Version} listens on {Address}, database {Database}, time zones {TimeZones}")]
    public static partial void Listening(ILogger log, string version, string address, string database, string timeZones);

    [LoggerMessage(11, LogLevel.Warning, "There is no user yet. This link makes the first administrator, once, within 24 hours: {Link}")]
    public static partial void SetupLink(ILogger log, string link);
}
