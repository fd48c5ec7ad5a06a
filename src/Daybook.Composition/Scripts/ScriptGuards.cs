using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Daybook.Composition;

/// <summary>
/// Takes away what would make a report differ from run to run, and what makes huge values in a single step, where the engine's own limits
/// do not look: a text of a gigabyte from <c>repeat</c>, or a gigabyte from joining one text a thousand times.
/// </summary>
internal static class ScriptGuards
{
    /// <summary>Items of one list.</summary>
    public const int MaxItems = 1_000_000;

    /// <summary>Characters of one text.</summary>
    public const int MaxText = 10_000_000;

    private static readonly string[] Removed =
    [
        "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "WeakRef", "FinalizationRegistry", "ShadowRealm", "BigInt", "Int8Array", "Uint8Array",
        "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
    ];

    public static void Apply(Engine engine)
    {
        foreach (var name in Removed)
            engine.Global.Delete(name);
        var math = engine.Evaluate("Math").AsObject();
        Replace(engine, math, "random", (_, _) => throw new JavaScriptException(engine.Intrinsics.TypeError, "Math.random is not available: a report must come out the same every time"));
        ScriptTextGuards.Apply(engine);
        ScriptListGuards.Apply(engine);
    }

    public static void Replace(Engine engine, ObjectInstance owner, string name, Func<JsValue, JsValue[], JsValue> body) =>
        owner.FastSetDataProperty(name, new ClrFunction(engine, name, body));

    public static void CheckLength(double length)
    {
        if (length > MaxText)
            throw new ScriptLimitException(SectionCodes.ScriptMemory, $"it would make a text of more than {MaxText:N0} characters");
    }
}
