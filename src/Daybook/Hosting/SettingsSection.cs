namespace Daybook.Hosting;

/// <summary>A section of settings that a slice reads.</summary>
internal sealed record SettingsSection(string Name);
