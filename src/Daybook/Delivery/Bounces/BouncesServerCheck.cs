using Daybook.Delivery.Channels.Email;
using Daybook.Outgoing;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Bounces;

/// <summary>Stops the start when the mailbox is set up wrongly.</summary>
internal sealed class BouncesServerCheck(OutgoingHttp http) : IValidateOptions<BouncesOptions>
{
    public ValidateOptionsResult Validate(string? name, BouncesOptions options)
    {
        if (options.Host.Length == 0)
            return ValidateOptionsResult.Success;
        var problems = new List<string>();
        MailServerCheck.Check(options, http, (setting, sentence) => problems.Add($"{BouncesSetup.Section}:{setting} {sentence}"));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
