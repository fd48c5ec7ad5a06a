namespace Daybook.Reports;

/// <summary>The stages of the road, in their order.</summary>
internal enum ReportStage
{
    Collect,
    Compose,
    Export,
}
