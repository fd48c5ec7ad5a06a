using System.Net;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery.Sending;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Delivery.Api;

/// <summary>Where recipients end the messages. Looking at the page changes nothing; its button, and the one click of mail programs (RFC 8058), do.</summary>
internal static class UnsubscribePage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup(MessageLinks.UnsubscribePath + "/{deliveryId:guid}").AllowAnonymous().ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("", EndAsync);
    }

    private static async Task<PlainPage> ShowAsync(Guid deliveryId, string? signature, Database database, DeliveryStore ledger, MessageLinks links, CancellationToken cancellationToken)
    {
        if (await FindAsync(deliveryId, signature, database, ledger, links, cancellationToken).ConfigureAwait(false) is not { } delivery)
            return NoLink;
        return new PlainPage(
            "End these messages?",
            $"""
            <p>{WebUtility.HtmlEncode(RecipientAddress.Of(delivery.Recipient))} gets reports from this server.</p>
            <form method="post"><button>Send me no more</button></form>
            """);
    }

    private static async Task<PlainPage> EndAsync(
        Guid deliveryId, string? signature, HttpContext context, Database database, DeliveryStore ledger, SuppressionStore suppressions, MessageLinks links, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await FindAsync(deliveryId, signature, database, ledger, links, cancellationToken).ConfigureAwait(false) is not { } delivery)
            return NoLink;
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var recipient = Caller.Server with { Username = "recipient", Role = Role.Viewer, Address = context.Connection.RemoteIpAddress?.ToString() };
        if (await suppressions.AddAsync(session, delivery.Channel, delivery.Recipient, SuppressionStore.UnsubscribedReason, recipient.Username, clock.Now(), cancellationToken).ConfigureAwait(false) is { } added)
            await audit.AppendAsync(session, recipient, "suppression.added", added.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new PlainPage("Done", "<p>No more reports are sent to you over this channel. Ask the people who run this server if you want them again.</p>");
    }

    private static PlainPage NoLink => new(
        "This link does not work", "<p>It is not whole, or what it belongs to was removed. Take it anew from the message, or ask the people who run this server.</p>", StatusCodes.Status404NotFound);

    /// <returns>Null for a link that this server did not make, or whose delivery is gone.</returns>
    private static async Task<StoredDelivery?> FindAsync(Guid id, string? signature, Database database, DeliveryStore ledger, MessageLinks links, CancellationToken cancellationToken)
    {
        if (signature is null || !await links.IsOursAsync(new DeliveryId(id), signature, cancellationToken).ConfigureAwait(false))
            return null;
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await ledger.FindAsync(session, new DeliveryId(id), cancellationToken).ConfigureAwait(false);
    }
}
