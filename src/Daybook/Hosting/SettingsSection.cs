using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>A section of settings that a slice reads.</summary>
/// <param name="Options">The type that its values are read into.</param>
/// <param name="Check">A sentence for each setting that is unknown or out of range.</param>
internal sealed partial record SettingsSection(string Name, Type Options, Func<IServiceProvider, IEnumerable<string>> Check)
{
    public static SettingsSection Of<TOptions>(string name)
        where TOptions : class => new(name, typeof(TOptions), services => Failures<TOptions>(name, services));

    private static IEnumerable<string> Failures<TOptions>(string section, IServiceProvider services)
        where TOptions : class
    {
        try
        {
            _ = services.GetRequiredService<IOptions<TOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException wrong)
        {
            return wrong.Failures.Select(failure => Annotated().Replace(failure, match => $"{section}:{match.Groups[1].Value.Replace('.', ':')} {match.Groups[2].Value}"));
        }
    }

    /// <summary>As attributes word it: <c>Workers: The field ReportsOptions.Workers must be between 1 and 64.</c></summary>
    [GeneratedRegex(@"^([\w.]+): The (?:field )?\w+\.\w+ (?:field )?(.*?)\.?$", RegexOptions.Singleline)]
    private static partial Regex Annotated();
}
