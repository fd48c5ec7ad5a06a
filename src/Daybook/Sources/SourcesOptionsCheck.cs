using Microsoft.Extensions.Options;

namespace Daybook.Sources;

internal sealed class SourcesOptionsCheck : IValidateOptions<SourcesOptions>
{
    public ValidateOptionsResult Validate(string? name, SourcesOptions options) => options.Folders.Any(string.IsNullOrWhiteSpace)
        ? ValidateOptionsResult.Fail("Sources:Folders names an empty folder")
        : ValidateOptionsResult.Success;
}
