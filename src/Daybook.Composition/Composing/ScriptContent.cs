using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>What a custom block's script makes of the data.</summary>
internal sealed class ScriptContent(BlockRun run, DataScope scope, string id)
{
    public BlockContent Of(CustomBlock block)
    {
        if (!run.Request.AllowScripts)
            throw new CompositionException(SectionCodes.ScriptsDisabled, "Scripts are switched off; an administrator can allow them.") { Location = block.Script.Location };
        var result = new ScriptRunner(run.Options.ScriptLimits).Run(block.Script, Argument(), run.Request.GeneratedAt, run.CancellationToken);
        foreach (var line in result.Console)
            run.Log.Add(new LogEntry(LogLevel.Info, id, SectionCodes.Console, line) { Location = block.Script.Location });
        if (result.Value is not { } value)
            return BlockContent.Empty("The script found nothing to show.");
        var blocks = block.OutputTemplate is { } template ? Rendered(template, value) : ReadableData.Of(new JsonNode(value), run.Locale);
        return blocks.IsEmpty ? BlockContent.Empty("The script found nothing to show.") : new BlockContent(blocks);
    }

    /// <summary>The keys of an object result are names of the output template; <c>result</c> is the whole.</summary>
    private ImmutableArray<DocumentBlock> Rendered(TemplateText template, JsonElement value)
    {
        var names = ImmutableDictionary<string, object?>.Empty;
        if (value.ValueKind == JsonValueKind.Object)
            names = names.SetItems(value.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, JinjaValue.Frozen(entry.Value))));
        var inner = scope.With(names.SetItem("result", JinjaValue.Frozen(value)));
        return MarkdownReader.Read(run.Texts.Markdown(template, inner, run.CancellationToken), run.Locale);
    }

    private JsonElement Argument()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            scope.WriteTo(writer, run.Request.Parameters);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
