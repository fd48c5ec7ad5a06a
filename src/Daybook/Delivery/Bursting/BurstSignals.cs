using Daybook.Hosting;

namespace Daybook.Delivery.Bursting;

/// <summary>Rings when a burst was ordered, or ended before there was a report.</summary>
internal sealed class BurstSignals : ChangeSignal;
