using System.Collections.Immutable;
using Daybook.Delivery.Channels;

namespace Daybook.Delivery.Sending;

/// <param name="Linked">Every link that stands in the message.</param>
/// <param name="Problems">Formats that were not made and message templates that could not be used, a sentence each; the history says them too.</param>
internal sealed record WrittenMessage(DeliveryMessage Message, ImmutableArray<DeliveryLink> Linked, ImmutableArray<string> Problems);
