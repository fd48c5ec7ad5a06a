using Daybook.Hosting;

namespace Daybook.Webhooks;

/// <summary>Rings when messages to subscribers were written or sent again.</summary>
internal sealed class WebhookSignals : ChangeSignal;
