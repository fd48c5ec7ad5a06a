using Microsoft.Extensions.Options;

namespace Daybook.Outgoing;

/// <summary>What the attributes of the options cannot say.</summary>
internal sealed class AllowedPrivateCheck : IValidateOptions<OutgoingOptions>
{
    public ValidateOptionsResult Validate(string? name, OutgoingOptions options)
    {
        var failures = options.AllowedPrivate.Where(entry => AllowedHosts.Problem(entry) is not null)
            .Select(entry => $"Outgoing:AllowedPrivate: '{entry}' {AllowedHosts.Problem(entry)}").ToList();
        if (options.AuthoritiesFile.Length > 0 && !File.Exists(options.AuthoritiesFile))
            failures.Add($"Outgoing:AuthoritiesFile: there is no file {options.AuthoritiesFile}");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
