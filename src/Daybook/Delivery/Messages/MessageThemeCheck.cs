using Daybook.Composition;
using Daybook.Hosting;
using Daybook.Themes;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Messages;

/// <summary>Stops the start when the theme of messages is not there or has mistakes.</summary>
internal sealed class MessageThemeCheck(ServerSettings settings) : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var mistakes = ThemeCatalog.Read(options.Theme, settings.DataFolder).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"Delivery:Theme: {diagnostic.Message}{(diagnostic.Advice is null ? "" : " " + diagnostic.Advice)}").ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
