using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>What Python calls the types of template values.</summary>
internal static class PyType
{
    /// <summary><c>type(value).__name__</c>.</summary>
    public static string NameOf(object? value) => value switch
    {
        null => "NoneType",
        string => "str",
        long or BigInteger => "int",
        double => "float",
        bool => "bool",
        Markup => "Markup",
        PyList => "list",
        PyTuple tuple => tuple.FieldNames.IsEmpty ? "tuple" : "_GroupTuple",
        PyDict => "dict",
        PyObject other => other.TypeName,
        _ => throw new ArgumentException($"{value.GetType()} is not a template value.", nameof(value)),
    };
}
