using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Daybook.Jinja.Methods;

namespace Daybook.Jinja.Python;

/// <summary>What templates may reach on plain values by name: the allowed methods, and the few attributes those have.</summary>
internal static class PyMethods
{
    /// <summary>A method of a plain value. Values with behaviour of their own bring theirs as attributes.</summary>
    public static bool TryGet(object? target, string name, [NotNullWhen(true)] out MethodBody? body)
    {
        var methods = target switch
        {
            string => StrMethods.All,
            PyDict => DictMethods.All,
            PyList => ListMethods.All,
            Markup => MarkupMethods.All,
            PyTuple => TupleMethods.All,
            long or bool or BigInteger => NumberMethods.OfInteger,
            double => NumberMethods.OfFloat,
            _ => null,
        };
        body = null;
        return methods is not null && methods.TryGetValue(name, out body);
    }

    /// <summary>An attribute of a plain value that is not a method: <c>real</c>, <c>imag</c>, or a named tuple's field.</summary>
    public static bool TryGetAttribute(object? target, string name, out object? value)
    {
        value = null;
        switch (target)
        {
            case long or bool or BigInteger or double:
                return NumberMethods.TryGetAttribute(target, name, out value);
            case PyTuple tuple when tuple.FieldNames.IndexOf(name) is >= 0 and var index:
                value = tuple.Items[index];
                return true;
            default:
                return false;
        }
    }
}
