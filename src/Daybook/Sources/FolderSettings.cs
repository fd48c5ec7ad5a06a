using System.Text.Json;
using Daybook.Composition;
using Daybook.Hosting;

namespace Daybook.Sources;

/// <summary>What a source of files is set up with.</summary>
/// <param name="Folder">In one of the folders of <c>Sources:Folders</c>, or below; paths of datasets start there and never leave it.</param>
internal sealed record FolderSettings(string Folder)
{
    public static FolderSettings Read(JsonElement settings, FileRoots roots, RequestCheck check)
    {
        foreach (var unknown in settings.EnumerateObject().Where(key => key.Name != "folder"))
            check.Refuse($"settings.{unknown.Name}", "is unknown here; the only setting is folder", "unknown_setting");
        var folder = settings.TryGetProperty("folder", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
        check.Refuse(folder.Length == 0, "settings.folder", "is needed: a folder in one of those of Sources:Folders, or . for all of it", "missing");
        try
        {
            if (folder.Length > 0)
                roots.ResolveFolder(folder);
        }
        catch (DataSourceException wrong)
        {
            check.Refuse("settings.folder", "cannot be used: " + wrong.Message, wrong.Code);
        }

        return new FolderSettings(folder);
    }

    public static FolderSettings Parse(JsonElement settings) => new(settings.GetProperty("folder").GetString()!);
}
