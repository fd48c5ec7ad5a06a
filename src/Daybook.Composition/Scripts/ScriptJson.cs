using System.Globalization;
using System.Text;
using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;

namespace Daybook.Composition;

/// <summary>Writes a script's values as JSON within a limit of characters; Jint's own writer has none.</summary>
internal sealed class ScriptJson(int maxLength)
{
    private const int MaxDepth = 60;

    private readonly StringBuilder _output = new();

    /// <returns>Null for a value that JSON leaves out: undefined and functions.</returns>
    /// <exception cref="ScriptLimitException">The text is too long, too deep or contains itself.</exception>
    public static string? Write(JsValue value, int maxLength)
    {
        var writer = new ScriptJson(maxLength);
        return writer.TryWrite(value, 0) ? writer._output.ToString() : null;
    }

    private bool TryWrite(JsValue value, int depth)
    {
        if (depth > MaxDepth)
            throw new ScriptLimitException(SectionCodes.ScriptResult, $"a value is nested more than {MaxDepth} deep, or contains itself");
        if (value is ObjectInstance instance)
        {
            if (instance is Function)
                return false;
            if (instance.Get("toJSON") is Function convert)
                return TryWrite(instance.Engine.Call(convert, instance, []), depth + 1);
            if (instance is JsArray array)
                WriteArray(array, depth);
            else
                WriteObject(instance, depth);
            return true;
        }

        if (Scalar(value) is not { } text)
            return false;
        Append(text);
        return true;
    }

    private static string? Scalar(JsValue value) => value.Type switch
    {
        Types.Null => "null",
        Types.Boolean => value.AsBoolean() ? "true" : "false",
        Types.Number => Number(value.AsNumber()),
        Types.String => Quoted(value.AsString()),
        _ => null,
    };

    /// <summary>Infinity and NaN are null, as in JavaScript: a figure that is none.</summary>
    private static string Number(double number) =>
        !double.IsFinite(number) ? "null"
        : double.IsInteger(number) && Math.Abs(number) < 1e15 ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private void WriteArray(JsArray array, int depth)
    {
        Append("[");
        for (var i = 0u; i < array.Length; i++)
        {
            if (i > 0)
                Append(",");
            if (!TryWrite(array[i], depth + 1))
                Append("null");
        }

        Append("]");
    }

    private void WriteObject(ObjectInstance instance, int depth)
    {
        Append("{");
        var isFirst = true;
        foreach (var key in instance.GetOwnPropertyKeys(Types.String))
        {
            if (!instance.GetOwnProperty(key).Enumerable)
                continue;
            var start = _output.Length;
            Append($"{(isFirst ? "" : ",")}{Quoted(key.AsString())}:");
            if (TryWrite(instance.Get(key), depth + 1))
                isFirst = false;
            else
                _output.Length = start;
        }

        Append("}");
    }

    private void Append(string text)
    {
        if (_output.Length + text.Length > maxLength)
            throw new ScriptLimitException(SectionCodes.ScriptResult, $"a value is longer than {maxLength:N0} characters as JSON");
        _output.Append(text);
    }
}
