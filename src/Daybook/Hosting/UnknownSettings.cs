using Microsoft.Extensions.Configuration;

namespace Daybook.Hosting;

/// <summary>Finds settings that do not exist, which else would be misspelt in silence.</summary>
internal static class UnknownSettings
{
    /// <returns>A sentence for each.</returns>
    public static IEnumerable<string> Of(IConfiguration configuration, string section, Type options)
    {
        var known = options.GetProperties().Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return configuration.GetSection(section).GetChildren().Select(child => child.Key).Where(key => !known.Contains(key))
            .Select(key => $"there is no setting {section}:{key}; the section has {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }
}
