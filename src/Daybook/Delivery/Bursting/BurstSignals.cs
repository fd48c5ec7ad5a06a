using Daybook.Hosting;

namespace Daybook.Delivery.Bursting;

/// <summary>Rings when a burst was ordered.</summary>
internal sealed class BurstSignals : ChangeSignal;
