using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Storage;

namespace Daybook.Templates.Blocks;

/// <summary>The blocks that come with the program.</summary>
internal static class BuiltInBlocks
{
    public static ImmutableArray<LibraryBlock> All { get; } = Read();

    public static LibraryBlock? Find(string id) => All.FirstOrDefault(block => block.Id == id);

    private static ImmutableArray<LibraryBlock> Read()
    {
        using var resource = typeof(BuiltInBlocks).Assembly.GetManifestResourceStream("blocks.json")!;
        using var json = JsonDocument.Parse(resource);
        return
        [
            .. json.RootElement.EnumerateArray().Select(entry => new LibraryBlock
            {
                Id = entry.GetProperty("id").GetString()!,
                Name = entry.GetProperty("block").GetProperty("title").GetString()!,
                Description = entry.GetProperty("description").GetString(),
                Category = entry.GetProperty("category").GetString(),
                IsShared = true,
                Definition = new Json(BlockText.Normal(entry.GetProperty("block"))),
            }),
        ];
    }
}
