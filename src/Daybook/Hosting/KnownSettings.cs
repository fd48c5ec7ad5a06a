using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>Refuses settings of a section that do not exist.</summary>
internal sealed class KnownSettings<TOptions>(IConfiguration configuration, string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var unknown = UnknownSettings.Of(configuration, section, typeof(TOptions)).ToList();
        return unknown.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown);
    }
}
