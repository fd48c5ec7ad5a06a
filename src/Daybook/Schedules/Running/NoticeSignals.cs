using Daybook.Hosting;

namespace Daybook.Schedules.Running;

/// <summary>Rings when there may be a new notice.</summary>
internal sealed class NoticeSignals : ChangeSignal;
