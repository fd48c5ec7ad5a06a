using System.Net;
using System.Security.Cryptography;
using System.Text;
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
    private const string Style =
        ":root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f5f7f9,#0d1218);color:light-dark(#17202a,#e6ebf0)}"
        + "main{max-width:32rem;margin:12vh auto;padding:2rem;border-radius:10px;background:light-dark(#fff,#12181f);border:1px solid light-dark(#dfe4e9,#2a333d)}"
        + "h1{margin:0 0 .75rem;font-size:1.25rem}p{margin:0 0 1.25rem;overflow-wrap:anywhere}button{font:inherit;font-weight:600;padding:.6rem 1.4rem;border:0;border-radius:6px;background:#0b5cad;color:#fff;cursor:pointer}"
        + "button:focus-visible{outline:3px solid light-dark(#17202a,#e6ebf0);outline-offset:2px}";

    /// <summary>The page's own style and nothing else inline.</summary>
    private static readonly string Policy = SecurityHeaders.Policy.Replace(
        "style-src 'self'", $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'", StringComparison.Ordinal);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup(MessageLinks.UnsubscribePath + "/{deliveryId:guid}").AllowAnonymous().ExcludeFromDescription();
        page.MapGet("", ShowAsync);
        page.MapPost("", EndAsync);
    }

    private static async Task<IResult> ShowAsync(Guid deliveryId, string? signature, HttpContext context, Database database, DeliveryStore ledger, MessageLinks links, CancellationToken cancellationToken)
    {
        var delivery = await RequireAsync(deliveryId, signature, database, ledger, links, cancellationToken).ConfigureAwait(false);
        return Html(
            context,
            "End these messages?",
            $"""
            <p>{WebUtility.HtmlEncode(RecipientAddress.Of(delivery.Recipient))} gets reports from this server.</p>
            <form method="post"><button>Send me no more</button></form>
            """);
    }

    private static async Task<IResult> EndAsync(
        Guid deliveryId, string? signature, HttpContext context, Database database, DeliveryStore ledger, SuppressionStore suppressions, MessageLinks links, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var delivery = await RequireAsync(deliveryId, signature, database, ledger, links, cancellationToken).ConfigureAwait(false);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var recipient = Caller.Server with { Username = "recipient", Role = Role.Viewer, Address = context.Connection.RemoteIpAddress?.ToString() };
        if (await suppressions.AddAsync(session, delivery.Channel, delivery.Recipient, SuppressionStore.UnsubscribedReason, recipient.Username, clock.Now(), cancellationToken).ConfigureAwait(false) is { } added)
            await audit.AppendAsync(session, recipient, "suppression.added", added.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return Html(context, "Done", "<p>No more reports are sent to you over this channel. Ask the people who run this server if you want them again.</p>");
    }

    private static async Task<StoredDelivery> RequireAsync(Guid id, string? signature, Database database, DeliveryStore ledger, MessageLinks links, CancellationToken cancellationToken)
    {
        if (signature is null || !await links.IsOursAsync(new DeliveryId(id), signature, cancellationToken).ConfigureAwait(false))
            throw ProblemException.NotFound("Link");
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await ledger.FindAsync(session, new DeliveryId(id), cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Link");
    }

    private static IResult Html(HttpContext context, string title, string body)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Daybook: {title}</title><style>{Style}</style></head>
            <body><main><h1>{title}</h1>
            {body}
            </main></body></html>

            """,
            "text/html; charset=utf-8");
    }
}
