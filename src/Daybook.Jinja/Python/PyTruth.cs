using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary><c>bool(value)</c>.</summary>
internal static class PyTruth
{
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        string text => text.Length != 0,
        long number => number != 0,
        double number => number != 0,
        PyList list => list.Items.Count != 0,
        PyDict dict => dict.Count != 0,
        Markup markup => markup.Text.Length != 0,
        PyTuple tuple => tuple.Items.Length != 0,
        BigInteger number => !number.IsZero,
        PyObject other => other.IsTrue(),
        _ => true,
    };
}
