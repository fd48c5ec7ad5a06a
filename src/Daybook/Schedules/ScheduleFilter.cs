using Daybook.Accounts;
using Daybook.Templates;

namespace Daybook.Schedules;

/// <summary>Which schedules a list shows; null takes all.</summary>
/// <param name="ActiveOnly">Leaves out those that are switched off; paused ones are shown.</param>
internal sealed record ScheduleFilter(bool ActiveOnly, UserId? OwnerId = null, TemplateId? TemplateId = null);
