using Daybook.Delivery.Channels;
using Daybook.Delivery.Channels.Email;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery;

/// <summary>Whom this server may write to at all.</summary>
internal sealed class RecipientRules(IOptions<DeliveryOptions> options)
{
    /// <summary>The stable word of <see cref="Refuse"/>.</summary>
    public const string Code = "not_allowed";

    /// <returns>A sentence; null for a recipient that is allowed.</returns>
    public string? Refuse(IDeliveryChannel channel, string recipient)
    {
        if (channel.Traits.Kind != EmailChannel.Kind || options.Value.AllowedDomains.Count == 0)
            return null;
        var domain = RecipientAddress.Of(recipient).Split('@')[^1];
        return options.Value.AllowedDomains.Any(allowed => Covers(allowed, RecipientAddress.Domain(domain)))
            ? null
            : $"mails may not go to the domain '{domain}'; an administrator allows domains in Delivery:AllowedDomains";
    }

    /// <param name="domain">As <see cref="RecipientAddress.Domain"/> writes it.</param>
    /// <param name="allowed">A domain, or <c>*.example.com</c> for every domain below it.</param>
    private static bool Covers(string allowed, string domain) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? domain.EndsWith("." + RecipientAddress.Domain(allowed[2..]), StringComparison.Ordinal)
        : domain == RecipientAddress.Domain(allowed);
}
