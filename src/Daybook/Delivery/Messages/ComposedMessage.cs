using System.Collections.Immutable;
using Daybook.Delivery.Channels;

namespace Daybook.Delivery.Messages;

/// <summary>The words and pictures of a message.</summary>
/// <param name="Subject">One line without control characters.</param>
/// <param name="Html">Null where the channel shows none.</param>
/// <param name="Problems">Templates that could not be used, a sentence each; the usual text stands in their place.</param>
internal sealed record ComposedMessage(string Subject, string Text, string? Html, ImmutableArray<DeliveryPicture> Pictures, ImmutableArray<string> Problems);
