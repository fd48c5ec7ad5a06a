using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Utils;

namespace Daybook.Delivery.Bounces;

/// <summary>Reads delivery status notifications (RFC 3464). Whatever else a mailbox holds is none: answers, absence notes, other people's mails.</summary>
internal static partial class BounceReader
{
    /// <returns>Null for a mail that is no such notification, or that tells of no mail of ours.</returns>
    public static Bounce? Read(MimeMessage mail)
    {
        var parts = mail.BodyParts.ToList();
        var groups = parts.OfType<MessageDeliveryStatus>().Select(status => status.StatusGroups).FirstOrDefault();
        if (groups is not { Count: > 1 } || KeyOf(mail, parts) is not { } key)
            return null;
        var reporter = HostOf(groups[0]["Reporting-MTA"]);
        var statuses = groups.Skip(1).Select(group => StatusOf(group, reporter)).OfType<BounceStatus>().ToImmutableArray();
        return statuses.IsEmpty ? null : new Bounce(key, statuses);
    }

    /// <summary>From the mail or the headers that came back; some servers send back neither, and name the mail they answer.</summary>
    private static string? KeyOf(MimeMessage mail, IEnumerable<MimeEntity> parts) =>
        parts.OfType<MessagePart>().Select(part => part.Message?.MessageId).Append(mail.InReplyTo).Concat(mail.References)
            .Select(id => id is null ? null : Key().Match(id)).FirstOrDefault(match => match is { Success: true })?.Groups[1].Value;

    private static BounceStatus? StatusOf(HeaderList group, string? reporter)
    {
        BounceKind? kind = group["Action"]?.Trim().ToLowerInvariant() switch
        {
            "failed" => BounceKind.Failed,
            "delayed" => BounceKind.Delayed,
            "delivered" or "relayed" or "expanded" => BounceKind.Arrived,
            _ => null,
        };
        return kind is null ? null : new BounceStatus(kind.Value)
        {
            Recipients = [.. new[] { group["Original-Recipient"], group["Final-Recipient"] }.Select(NameOf).OfType<string>()],
            Code = group["Status"] is { } status && Status().Match(status) is { Success: true } code ? code.Value : null,
            Diagnostic = NameOf(group["Diagnostic-Code"]),
            Host = HostOf(group["Remote-MTA"]) ?? reporter,
            Until = DateUtils.TryParse(group["Will-Retry-Until"] ?? "", out var until) ? until : null,
        };
    }

    /// <summary>What stands behind the kind of a field: <c>smtp; 550 No such user</c>.</summary>
    private static string? NameOf(string? field)
    {
        if (field is null)
            return null;
        var text = Spaces().Replace(field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..], " ").Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Only what can be a host's name or number: it stands in a sentence as if this server said it.</summary>
    private static string? HostOf(string? field) => NameOf(field) is { } name && Host().Match(name) is { Success: true } host ? host.Value : null;

    [GeneratedRegex("^<?([0-9a-f]{64})@")]
    private static partial Regex Key();

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}")]
    private static partial Regex Status();

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,255}")]
    private static partial Regex Host();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
