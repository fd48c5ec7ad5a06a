using Daybook.Storage;
using Daybook.Templates.Blocks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Daybook.Templates;

public static class TemplatesSetup
{
    public static IServiceCollection AddTemplates(this IServiceCollection services)
    {
        RegisterTypes();
        return services
            .AddSingleton<TemplateStore>().AddSingleton<TemplateVersionStore>().AddSingleton<TemplateUsageStore>().AddSingleton<ParameterPresetStore>()
            .AddSingleton<LibraryBlockStore>().AddSingleton<TemplateLibrary>().AddSingleton<BuiltInTemplateLoader>()
            .ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, TemplatesJson.Default));
    }

    public static IEndpointRouteBuilder MapTemplates(this IEndpointRouteBuilder api)
    {
        TemplateEndpoints.Map(api);
        TemplateVersionEndpoints.Map(api);
        TemplateTextEndpoints.Map(api);
        TemplateUseEndpoints.Map(api);
        BlockEndpoints.Map(api);
        return api;
    }

    /// <summary>Tells the databases how this slice's values stand in columns.</summary>
    internal static void RegisterTypes() => DapperTypes.Identity<TemplateId>();
}
