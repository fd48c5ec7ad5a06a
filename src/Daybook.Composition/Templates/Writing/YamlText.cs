using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daybook.Composition;

/// <summary>Writes JSON values as YAML that reads back to the same values.</summary>
internal static class YamlText
{
    public static string Of(JsonElement value)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue).WithMaxSimpleKeyLength(1024).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Write(Emitter emitter, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, value.GetPropertyCount() == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var entry in value.EnumerateObject())
                {
                    WriteText(emitter, entry.Name, isKey: true);
                    Write(emitter, entry.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                var isFlow = value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) && item.GetRawText().Length < 40);
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isFlow ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in value.EnumerateArray())
                    Write(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                WriteText(emitter, value.GetString()!, isKey: false);
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value.GetRawText(), ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    private static void WriteText(Emitter emitter, string text, bool isKey) =>
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, StyleOf(text, isKey), isPlainImplicit: true, isQuotedImplicit: true));

    private static ScalarStyle StyleOf(string text, bool isKey)
    {
        if (!isKey && text.Contains('\n') && IsSafeLiteral(text))
            return ScalarStyle.Literal;
        var isPlain = IsPlain(text) && YamlScalar.Resolve(text).Kind == ScalarKind.Text && !YamlScalar.IsAmbiguous(text);
        return isPlain ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted;
    }

    /// <summary>Words and sentences that no reader of YAML, old or new, takes for anything else.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.EndsWith(' ')
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '.' or '/' or '(' or ')')
        && text.ToLowerInvariant() is not ("yes" or "no" or "on" or "off" or "y" or "n");

    private static bool IsSafeLiteral(string text) =>
        text[0] is not (' ' or '\n') && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.All(c => c == '\n' || (c >= ' ' && c is not ('\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF') && !char.IsControl(c) && !char.IsSurrogate(c)))
        && !text.Split('\n').Any(line => line.EndsWith(' '));
}
