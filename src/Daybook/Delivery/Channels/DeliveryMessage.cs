using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Delivery.Channels;

/// <summary>What one recipient is to get. The same delivery gives the same message each time it is tried.</summary>
/// <param name="Key">SHA-256 in lower-case hexadecimal; the local part of a Message-ID, an Idempotency-Key, the name of an object.</param>
/// <param name="Recipient">An address that the channel did not refuse.</param>
/// <param name="Subject">One line without control characters.</param>
/// <param name="Text">The message as plain text; also for those who see no pictures.</param>
/// <param name="Date">What the message says about when it was written; not when it is sent.</param>
internal sealed record DeliveryMessage(string Key, string Recipient, string Subject, string Text, Instant Date)
{
    public required ReportFacts Report { get; init; }

    /// <summary>The message for mail clients; null where there is only text.</summary>
    public string? Html { get; init; }

    /// <summary>Pictures that <see cref="Html"/> shows by content id, and that chats may show.</summary>
    public ImmutableArray<DeliveryPicture> Pictures { get; init; } = [];

    public ImmutableArray<DeliveryAttachment> Attachments { get; init; } = [];

    /// <summary>Artifacts that are not sent along but fetched.</summary>
    public ImmutableArray<DeliveryLink> Links { get; init; } = [];

    /// <summary>What was asked for and is not there, a sentence each; the text says the same.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Whom a mail names as its recipients; empty names <see cref="Recipient"/> alone. Whoever is named gets a delivery of their own.</summary>
    public ImmutableArray<string> NamedTo { get; init; } = [];

    /// <summary>Whom a mail names as getting a copy.</summary>
    public ImmutableArray<string> NamedCc { get; init; } = [];

    /// <summary>Where the recipient ends these messages; null where that is not offered.</summary>
    public Uri? Unsubscribe { get; init; }
}
