using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Daybook.Input;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Hosting;

/// <summary>
/// Refuses what an address of the API would leave aside: a filter that is misspelt would show a wrong list, and a version that is not compared would
/// lose somebody's edit.
/// </summary>
internal sealed class RequestRules(RequestDelegate next)
{
    private readonly ConditionalWeakTable<Endpoint, ImmutableSortedSet<string>> _known = [];

    /// <summary>Where no route takes the method or the content type, the framework puts an endpoint of its own, which says so.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && context.Request.Path.StartsWithSegments(DaybookServer.ApiPath, StringComparison.Ordinal))
        {
            RefuseParameters(context.Request.Query, _known.GetValue(endpoint, ParametersOf));
            RefuseVersion(context.Request, endpoint);
        }

        return next(context);
    }

    private static void RefuseParameters(IQueryCollection query, ImmutableSortedSet<string> known)
    {
        if (query.Count == 0)
            return;
        var check = new RequestCheck();
        foreach (var name in query.Keys.Where(name => !known.Contains(name)))
            check.Refuse(name, $"is no parameter of this address, which takes {(known.IsEmpty ? "none" : string.Join(", ", known))}{FieldReader.Near(name, known)}", "unknown_parameter");
        check.ThrowIfRefused();
    }

    private static void RefuseVersion(HttpRequest request, Endpoint endpoint)
    {
        if (request.Headers.IfMatch.Count == 0 || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.IfMatch.ToString().Trim() == "*")
            return;
        if (endpoint.Metadata.GetMetadata<VersionComparison>() is null)
            throw new ProblemException(ProblemType.BadRequest, "This address compares no versions; send the request without If-Match.");
    }

    /// <summary>The framework compares their names without regard to case.</summary>
    private static ImmutableSortedSet<string> ParametersOf(Endpoint endpoint) => ImmutableSortedSet.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        from binding in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        let query = binding.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()
        where query is not null || (IsText(binding) && !IsElsewhere(binding, endpoint))
        select query?.Name ?? binding.Name);

    private static bool IsText(IParameterBindingMetadata binding) => binding.HasTryParse || binding.ParameterInfo.ParameterType == typeof(string) || binding.ParameterInfo.ParameterType == typeof(string[]);

    private static bool IsElsewhere(IParameterBindingMetadata binding, Endpoint endpoint) =>
        binding.ParameterInfo.GetCustomAttribute<FromHeaderAttribute>() is not null || (endpoint as RouteEndpoint)?.RoutePattern.GetParameter(binding.Name) is not null;
}
