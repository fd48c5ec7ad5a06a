using System.Text;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace Daybook.Composition;

/// <summary>List methods, and JSON, whose result can be far larger than what they are given.</summary>
internal static class ScriptListGuards
{
    private const int MaxDepth = 50;

    public static void Apply(Engine engine)
    {
        var list = engine.Evaluate("Array.prototype").AsObject();
        var depth = 0;
        JsValue Join(JsValue self, string separator)
        {
            if (++depth > MaxDepth)
                throw new ScriptLimitException(SectionCodes.ScriptRecursion, $"lists inside lists are more than {MaxDepth} deep, or contain themselves");
            try
            {
                return self is ObjectInstance items ? Joined(items, separator) : new JsString(TypeConverter.ToString(self));
            }
            finally
            {
                depth--;
            }
        }

        ScriptGuards.Replace(engine, list, "join", (self, arguments) => Join(self, arguments is [{ } given, ..] && !given.IsUndefined() ? TypeConverter.ToString(given) : ","));
        ScriptGuards.Replace(engine, list, "toString", (self, _) => Join(self, ","));
        ScriptGuards.Replace(engine, list, "toLocaleString", (self, _) => Join(self, ","));
        BoundConcat(engine, list);
        ScriptGuards.Replace(engine, engine.Evaluate("JSON").AsObject(), "stringify", (_, arguments) =>
            arguments.Length > 0 && ScriptJson.Write(arguments[0], ScriptGuards.MaxText) is { } json ? new JsString(json) : JsValue.Undefined);
    }

    private static JsString Joined(ObjectInstance list, string separator)
    {
        var output = new StringBuilder();
        var length = TypeConverter.ToLength(list.Get("length"));
        if (length > ScriptGuards.MaxItems)
            throw new ScriptLimitException(SectionCodes.ScriptMemory, $"a list has more than {ScriptGuards.MaxItems:N0} items");
        for (var i = 0ul; i < length; i++)
        {
            if (i > 0)
                output.Append(separator);
            var item = list.Get(JsNumber.Create((double)i));
            if (!item.IsNull() && !item.IsUndefined())
                output.Append(TypeConverter.ToString(item));
            ScriptGuards.CheckLength(output.Length);
        }

        return new JsString(output.ToString());
    }

    private static void BoundConcat(Engine engine, ObjectInstance owner)
    {
        var original = owner.Get("concat");
        ScriptGuards.Replace(engine, owner, "concat", (self, arguments) =>
        {
            var items = arguments.Prepend(self).Sum(argument => argument is JsArray array ? array.Length : 1L);
            if (items > ScriptGuards.MaxItems)
                throw new ScriptLimitException(SectionCodes.ScriptMemory, $"a list would have more than {ScriptGuards.MaxItems:N0} items");
            return engine.Call(original, self, arguments);
        });
    }
}
