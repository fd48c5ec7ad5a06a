using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Daybook.RedTeam;

/// <summary>Reads the texts of a record: what was sent and what came back. Null stays null; it is not the empty text.</summary>
internal static class Evidence
{
    /// <summary>The prompt's text, or that of the last turn of the user.</summary>
    public static string? Prompt(LogRecord record) =>
        Turns(record) is { IsEmpty: false } turns ? turns.LastOrDefault(turn => turn.Role is null or "user")?.Text : null;

    /// <summary>All turns of the prompt; a plain text is one turn without a role.</summary>
    public static ImmutableArray<Turn> Turns(LogRecord record)
    {
        if (!record.HasValue(Field.Prompt))
            return [];
        var reader = record.Open(Field.Prompt);
        var prompt = JsonTree.Read(ref reader);
        var turns = prompt["turns"].Items is { Count: > 0 } inObject ? inObject : prompt.Items;
        return turns.Count > 0
            ? [.. turns.Select(turn => new Turn(turn["role"].Text, TextOf(turn["content"])))]
            : [new Turn(null, TextOf(prompt))];
    }

    /// <summary>An output that stands alone in its record (hitlog).</summary>
    public static string? Output(LogRecord record) => record.HasValue(Field.Output) ? Output(record, record.Slot(Field.Output)) : null;

    public static string? Output(LogRecord record, FieldSlot slot)
    {
        var reader = record.Open(slot);
        return TextOf(JsonTree.Read(ref reader));
    }

    /// <summary>Equal for prompts whose turns are equal, whichever way their characters are escaped in the file.</summary>
    public static UInt128 PromptHash(LogRecord record)
    {
        var text = new StringBuilder();
        foreach (var turn in Turns(record))
            text.Append(turn.Role).Append('\0').Append(turn.Text).Append('\0');
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A text, or the text of a message object.</summary>
    private static string? TextOf(JsonTree value) => value.Text ?? value["text"].Text;
}
