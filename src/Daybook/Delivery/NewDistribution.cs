using Daybook.Accounts;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery;

/// <summary>A distribution before it is written; fields as in <see cref="StoredDistribution"/>.</summary>
internal sealed record NewDistribution(
    string Key,
    ReportId? ReportId,
    ForeignId? OccurrenceId,
    ForeignId? ScheduleId,
    int Revision,
    string Channel,
    string Event,
    string Title,
    DateOnly BusinessDate,
    bool IsTest,
    Json Settings,
    Json Artifacts,
    Json? Notice,
    UserId? OrderedBy,
    string OrderedByName,
    DateTimeOffset OrderedAt);
