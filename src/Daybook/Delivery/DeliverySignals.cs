using Daybook.Hosting;

namespace Daybook.Delivery;

/// <summary>Rings when deliveries were planned or changed.</summary>
internal sealed class DeliverySignals : ChangeSignal;
