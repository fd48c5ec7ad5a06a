using Daybook.Hosting;

namespace Daybook.Reports;

/// <summary>Rings when a report was ordered or changed.</summary>
internal sealed class ReportSignals : ChangeSignal;
