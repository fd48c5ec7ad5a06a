using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>Finds settings of a section that do not exist, which else would be misspelt in silence.</summary>
internal sealed class KnownSettings<TOptions>(IConfiguration configuration, string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var known = typeof(TOptions).GetProperties().Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = configuration.GetSection(section).GetChildren().Select(child => child.Key).Where(key => !known.Contains(key)).ToList();
        return unknown.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(unknown.Select(key => $"there is no setting {section}:{key}; the section has {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
    }
}
