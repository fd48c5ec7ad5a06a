using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Daybook.Outgoing;

namespace Daybook.Delivery.Bounces;

/// <summary>What a delivery status notification (RFC 3464) says about one recipient.</summary>
internal sealed record BounceStatus(BounceKind Kind)
{
    /// <summary>Status codes (RFC 3463) in words.</summary>
    private static readonly FrozenDictionary<string, string> Meanings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["5.1.1"] = "there is no such mailbox",
        ["5.1.2"] = "there is no such mail domain",
        ["5.1.3"] = "the address is written wrongly",
        ["5.1.6"] = "the mailbox has moved",
        ["5.1.10"] = "there is no such mailbox",
        ["5.2.1"] = "the mailbox is switched off",
        ["5.2.2"] = "the mailbox is full",
        ["4.2.2"] = "the mailbox is full",
        ["5.2.3"] = "the mail is larger than the mailbox takes",
        ["5.3.4"] = "the mail is larger than the mail server takes",
        ["4.4.1"] = "the mail server of the domain does not answer",
        ["5.4.4"] = "the domain has no mail server",
        ["4.4.7"] = "it was tried for too long",
        ["5.4.7"] = "it was tried for too long",
        ["5.7.1"] = "a rule of the other side forbids it",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The addresses it names: the one that was written to, and the one that it became on the way.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Such as <c>5.1.1</c>; null where it has none.</summary>
    public string? Code { get; init; }

    /// <summary>What a mail server said; null where that is not known.</summary>
    public string? Diagnostic { get; init; }

    /// <summary>Who said it; null where that is not known.</summary>
    public string? Host { get; init; }

    /// <summary>How long it is tried; null where that is not known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the address itself is wrong for good, and not only this mail.</summary>
    public bool IsNoAddress => Kind == BounceKind.Failed && Code is { } code && (code.StartsWith("5.1.", StringComparison.Ordinal) || code == "5.2.1");

    /// <summary>For the history.</summary>
    public string Sentence
    {
        get
        {
            var what = Kind switch
            {
                BounceKind.Failed => "The mail came back",
                BounceKind.Delayed => "The mail is on its way and has not arrived yet",
                BounceKind.Arrived => "The mail arrived",
                _ => throw new InvalidOperationException(Kind.ToString()),
            };
            var meaning = Code is not { } code || Kind == BounceKind.Arrived ? "" : Meanings.TryGetValue(code, out var words) ? $": {words} ({code})" : $" ({code})";
            var said = Diagnostic is { } diagnostic ? $" {Host ?? "The mail server"} said {ForeignText.Quote(diagnostic)}." : Host is { } teller ? $" {teller} says so." : "";
            var until = Kind == BounceKind.Delayed && Until is { } end ? string.Create(CultureInfo.InvariantCulture, $" It is tried until {end.UtcDateTime:d MMMM yyyy HH:mm} UTC.") : "";
            return $"{what}{meaning}.{said}{until}";
        }
    }
}
