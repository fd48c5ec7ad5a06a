using Daybook.Schedules.Policies;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Schedules;

/// <summary>What an author writes of a schedule.</summary>
/// <param name="Rule">When it falls due; kept in its canonical form.</param>
/// <param name="ExportFormats">An array of format words; an empty one takes those of the template.</param>
/// <param name="Burst">How the report is divided among recipients; null where one report goes to everybody.</param>
/// <param name="Locale">Of numbers and dates; null for none.</param>
/// <param name="Priority">From -100 to 100; 0 is the ordinary one.</param>
internal sealed record ScheduleContent(
    string Name, TemplateId TemplateId, ScheduleDefinition Rule, SchedulePolicies Policies, Json Parameters, Json ExportFormats, Json Distribution, bool IsActive, int Priority, Json? Burst = null, string? Locale = null);
