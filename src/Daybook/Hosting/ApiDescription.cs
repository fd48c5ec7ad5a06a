using System.Reflection;
using Daybook.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Daybook.Hosting;

/// <summary>The API described for programs (<c>/openapi/v1.json</c>) and for people (<c>/docs</c>). Both come from this server alone.</summary>
internal static class ApiDescription
{
    public const string DocumentPath = "/openapi/v1.json";
    public const string PagePath = "/docs";

    private const string Bearer = "bearer";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Daybook", Version = ProgramVersion.Text, Description = "Close-of-business reports: templates, reports, accounts and the audit log." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "An access token of /auth/login, or a personal token." },
            };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(GivenInstant?))
                (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
            else if (context.ParameterDescription?.ParameterDescriptor?.ParameterType == typeof(GivenInstant?))
                schema.Format = "date-time";
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer(async (schema, context, cancellationToken) =>
        {
            if (context.JsonTypeInfo.Type.GetCustomAttribute<WrittenAsAttribute>() is not { } written)
                return;
            (schema.Type, schema.Properties, schema.AdditionalPropertiesAllowed, schema.AnyOf) = (null, null, true, []);
            foreach (var type in written.Types)
                schema.AnyOf.Add(await context.GetOrCreateSchemaAsync(type, null, cancellationToken).ConfigureAwait(false));
        });
        options.AddOperationTransformer(async (operation, context, cancellationToken) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<DescribedBody>().LastOrDefault() is not { Type: var type } || operation.RequestBody?.Content is not { } content)
                return;
            context.Document!.AddComponent<IOpenApiSchema>(type.Name, await context.GetOrCreateSchemaAsync(type, null, cancellationToken).ConfigureAwait(false));
            content["application/json"].Schema = new OpenApiSchemaReference(type.Name, context.Document);
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<VersionComparison>().Any())
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Description = "The ETag that the change was made from; when it is not the present one any more, the change is refused (stale_edit).",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            if (metadata.OfType<IAllowAnonymous>().Any())
                return Task.CompletedTask;
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            operation.Responses ??= [];
            operation.Responses.TryAdd("401", new OpenApiResponse { Description = ProblemType.SignInRequired.Title });
            operation.Responses.TryAdd("429", new OpenApiResponse { Description = ProblemType.TooManyRequests.Title });
            if (metadata.OfType<AuthorizeAttribute>().LastOrDefault(rule => rule.Policy is not null)?.Policy is not { } role || Role.Find(role) is null)
                return Task.CompletedTask;
            operation.Description = $"For the role {role} and higher ones.";
            if (role != Role.Viewer.Word)
                operation.Responses.TryAdd("403", new OpenApiResponse { Description = ProblemType.NotPermitted.Title });
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Results.LocalRedirect(PagePath)).AllowAnonymous().ExcludeFromDescription();
        routes.MapOpenApi(DocumentPath).AllowAnonymous();
        routes.MapScalarApiReference(PagePath, (options, context) =>
        {
            var nonce = Secret.New();
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            options.WithTitle("Daybook API").WithOpenApiRoutePattern(DocumentPath).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools().HideClientButton().WithNonce(nonce);
        }).AllowAnonymous();
    }
}
