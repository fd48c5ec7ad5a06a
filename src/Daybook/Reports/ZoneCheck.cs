using Microsoft.Extensions.Options;
using NodaTime;

namespace Daybook.Reports;

internal sealed class ZoneCheck : IValidateOptions<ReportsOptions>
{
    public ValidateOptionsResult Validate(string? name, ReportsOptions options) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.Zone) is null
        ? ValidateOptionsResult.Fail($"Reports:Zone is '{options.Zone}', which is no IANA time zone")
        : ValidateOptionsResult.Success;
}
