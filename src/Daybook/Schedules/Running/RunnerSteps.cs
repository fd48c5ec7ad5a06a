using Daybook.Hosting;

namespace Daybook.Schedules.Running;

/// <summary>Rings when this node has taken occurrences, or has taken some further.</summary>
internal sealed class RunnerSteps : ChangeSignal;
