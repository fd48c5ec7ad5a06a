using Daybook.Export;
using Daybook.Hosting;
using Daybook.Themes;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Messages;

/// <summary>How messages look, read once.</summary>
internal sealed class MessageTheme(IOptions<DeliveryOptions> options, ServerSettings settings)
{
    private readonly Lazy<Theme> _theme = new(() => ThemeCatalog.Read(options.Value.Theme, settings.DataFolder).Theme ?? BuiltInThemes.Daybook);

    public Theme Theme => _theme.Value;
}
