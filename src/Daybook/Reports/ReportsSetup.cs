using Daybook.Hosting;
using Daybook.Reports.Comparison;
using Daybook.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Reports;

public static class ReportsSetup
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddOptionsOf<ReportsOptions, ReportsOptionsCheck>("Reports")
            .AddSingleton<IValidateOptions<ReportsOptions>, ZoneCheck>()
            .AddSingleton<ReportStore>().AddSingleton<ReportWorkStore>().AddSingleton<ExportStore>().AddSingleton<ReportAnalysisStore>().AddSingleton<ReportStores>()
            .AddSingleton<ReportSignals>().AddSingleton<ReportProgress>().AddSingleton<ReportOrders>().AddSingleton<ReportMaking>().AddSingleton<ReportEvents>().AddSingleton<ReportExports>().AddSingleton<ReportReplay>().AddSingleton<ReportBatch>().AddSingleton<BatchArchive>()
            .AddSingleton<DownloadLinks>().AddSingleton<ReportQuestions>().AddSingleton<TemplatePreview>()
            .AddHostedService<ReportWorker>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ReportsJson.Default));
    }

    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder api)
    {
        ReportEndpoints.Map(api);
        ExportEndpoints.Map(api);
        AnalysisEndpoints.Map(api);
        ComparisonEndpoints.Map(api);
        return api;
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes()
    {
        DapperTypes.Identity<ReportId>();
        DapperTypes.Identity<ExportId>();
        DapperTypes.Word<ReportState>();
    }
}
