using System.Collections.Immutable;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Daybook.Composition;

/// <summary>The script's <c>console</c>: keeps the first lines, counts the others.</summary>
internal sealed class ScriptConsole
{
    private const int MaxLines = 100;
    private const int MaxLength = 1000;

    private readonly ImmutableArray<string>.Builder _lines = ImmutableArray.CreateBuilder<string>();
    private int _dropped;

    public ImmutableArray<string> Lines => _dropped == 0 ? _lines.ToImmutable() : [.. _lines, $"({_dropped} more lines were dropped)"];

    public void AddTo(Engine engine)
    {
        var console = new JsObject(engine);
        foreach (var name in (string[])["log", "info", "warn", "error", "debug"])
            console.FastSetDataProperty(name, new ClrFunction(engine, name, (_, arguments) => Write(arguments)));
        engine.SetValue("console", console);
    }

    private JsValue Write(JsValue[] arguments)
    {
        if (_lines.Count >= MaxLines)
        {
            _dropped++;
            return JsValue.Undefined;
        }

        var line = string.Join(' ', arguments.Select(argument => Text(argument)));
        _lines.Add(line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength), "…"));
        return JsValue.Undefined;
    }

    private static string Text(JsValue value)
    {
        if (value is not ObjectInstance)
            return value.ToString();
        return ScriptJson.Write(value, MaxLength * 10) ?? "[function]";
    }
}
