using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Daybook.Hosting;

/// <summary>Parameters of a query whose values are not of their type. The framework's generated code refuses such a request without a word about which they are.</summary>
internal static class WrongParameters
{
    public static ImmutableArray<FieldError> Of(HttpContext context) =>
    [
        .. from binding in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? []
           where binding.HasTryParse
           let name = binding.ParameterInfo.GetCustomAttribute<FromQueryAttribute>()?.Name ?? binding.Name
           let text = context.Request.Query[name].ToString()
           where text.Length > 0
           let expected = Expected(Nullable.GetUnderlyingType(binding.ParameterInfo.ParameterType) ?? binding.ParameterInfo.ParameterType, text)
           where expected is not null
           select new FieldError(name, $"must be {expected}", "wrong_type"),
    ];

    /// <returns>What the text should have been; null when it is that.</returns>
    private static string? Expected(Type type, string text) => type.Name switch
    {
        nameof(Int32) => Is<int>(text) ? null : "a whole number",
        nameof(Int64) => Is<long>(text) ? null : "a whole number",
        nameof(Boolean) => Is<bool>(text) ? null : "true or false",
        nameof(Guid) => Is<Guid>(text) ? null : "an id, such as 0b9f6f0e-3a6b-4f52-9d3c-1f7d3c1c8a11",
        nameof(DateOnly) => Is<DateOnly>(text) ? null : "a date, such as 2026-05-04",
        nameof(GivenInstant) => Is<GivenInstant>(text) ? null : GivenInstant.Expected,
        _ => null,
    };

    /// <returns>What a value of a type is to be; null for a type without words.</returns>
    public static string? Expected(Type type) => type == typeof(string) ? "a text" : Expected(Nullable.GetUnderlyingType(type) ?? type, "?");

    private static bool Is<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);
}
