using Daybook.Hosting;

namespace Daybook.Schedules.Running;

/// <summary>Rings when a schedule or an occurrence was changed by a person.</summary>
internal sealed class ScheduleSignals : ChangeSignal;
