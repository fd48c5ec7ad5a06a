using Daybook.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddOptionsOf<ReportsOptions, ReportsOptionsCheck>("Reports")
        .AddSingleton<IValidateOptions<ReportsOptions>, ZoneCheck>()
        .AddSingleton<TemplatePreview>();
}
