using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Daybook.Composition;

/// <summary>Text methods whose result can be far longer than what they are given: their result is bounded before it is made.</summary>
internal static class ScriptTextGuards
{
    public static void Apply(Engine engine)
    {
        var text = engine.Evaluate("String.prototype").AsObject();
        Bound(engine, text, "repeat", (self, arguments) => self.Length * Number(arguments, 0));
        Bound(engine, text, "padStart", (_, arguments) => Number(arguments, 0));
        Bound(engine, text, "padEnd", (_, arguments) => Number(arguments, 0));
        Bound(engine, text, "concat", (self, arguments) => arguments.Sum(argument => (double)TypeConverter.ToString(argument).Length) + self.Length);
        BoundReplace(engine, text, "replace");
        BoundReplace(engine, text, "replaceAll");
    }

    private static double Number(JsValue[] arguments, int index) =>
        arguments.Length > index && TypeConverter.ToNumber(arguments[index]) is var number && number > 0 ? number : 0;

    private static void Bound(Engine engine, ObjectInstance owner, string name, Func<string, JsValue[], double> length)
    {
        var original = owner.Get(name);
        ScriptGuards.Replace(engine, owner, name, (self, arguments) =>
        {
            ScriptGuards.CheckLength(length(TypeConverter.ToString(self), arguments));
            return engine.Call(original, self, arguments);
        });
    }

    /// <summary>Every match may become the replacement, and each <c>$</c> in it the whole text again; what a function returns is added up.</summary>
    private static void BoundReplace(Engine engine, ObjectInstance owner, string name)
    {
        var original = owner.Get(name);
        ScriptGuards.Replace(engine, owner, name, (self, arguments) =>
        {
            var length = TypeConverter.ToString(self).Length;
            if (arguments.Length < 2)
                return engine.Call(original, self, arguments);
            if (arguments[1] is Function)
                return engine.Call(original, self, [arguments[0], Counting(engine, arguments[1])]);
            var replacement = TypeConverter.ToString(arguments[1]);
            var each = replacement.Length + ((double)replacement.Count(c => c == '$') * length);
            var matches = name == "replace" && arguments[0].IsString() ? 1 : length + 1.0;
            ScriptGuards.CheckLength(length + (matches * each / 10));
            return engine.Call(original, self, [arguments[0], new JsString(replacement)]);
        });
    }

    private static ClrFunction Counting(Engine engine, JsValue function)
    {
        var total = 0.0;
        return new ClrFunction(engine, "", (self, arguments) =>
        {
            var text = TypeConverter.ToString(engine.Call(function, self, arguments));
            ScriptGuards.CheckLength(total += text.Length);
            return text;
        });
    }
}
