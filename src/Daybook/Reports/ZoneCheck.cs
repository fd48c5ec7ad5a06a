using Daybook.Schedules.TimeZones;
using Microsoft.Extensions.Options;

namespace Daybook.Reports;

internal sealed class ZoneCheck : IValidateOptions<ReportsOptions>
{
    public ValidateOptionsResult Validate(string? name, ReportsOptions options) => TimeZoneData.InUse.Provider.GetZoneOrNull(options.Zone) is null
        ? ValidateOptionsResult.Fail($"Reports:Zone is '{options.Zone}', which is no IANA time zone")
        : ValidateOptionsResult.Success;
}
