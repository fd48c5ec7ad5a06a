using System.Collections.Frozen;
using System.Numerics;
using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>The tests that every template knows.</summary>
internal static class BuiltInTests
{
    public static FrozenDictionary<string, JinjaFunction> All { get; } = Build();

    private static FrozenDictionary<string, JinjaFunction> Build()
    {
        var table = new FunctionTable();
        AddKinds(table);
        AddValues(table);
        AddComparisons(table);
        return table.Build();
    }

    private static void AddKinds(FunctionTable table)
    {
        Test(table, "defined", static value => value is not Undefined);
        Test(table, "undefined", static value => value is Undefined);
        Test(table, "none", static value => value is null);
        Test(table, "boolean", static value => value is bool);
        Test(table, "false", static value => value is false);
        Test(table, "true", static value => value is true);
        Test(table, "integer", static value => value is long or BigInteger);
        Test(table, "float", static value => value is double);
        Test(table, "number", PyNumber.IsNumber);
        Test(table, "string", static value => value is string or Markup);
        Test(table, "mapping", static value => value is PyDict);
        Test(table, "sequence", IsSequence);
        Test(table, "iterable", static value => PyContainer.TryGetIterator(value, out _));
        Test(table, "escaped", MarkupFilters.IsMarkup);
        table.AddBuiltin("callable", "", "callable", static (_, value) => PyBox.Of(value is PyCallable or Undefined));
    }

    private static void AddValues(FunctionTable table)
    {
        Test(table, "odd", static value => PyCompare.AreEqual(PyNumbers.Modulo(value, PyBox.Of(2L)), PyBox.Of(1L)));
        Test(table, "even", static value => PyCompare.AreEqual(PyNumbers.Modulo(value, PyBox.Of(2L)), PyBox.Of(0L)));
        Test(table, "lower", static value => TextTests.IsLower(PyText.Str(value)));
        Test(table, "upper", static value => TextTests.IsUpper(PyText.Str(value)));
        Add(table, "divisibleby", "num", static (value, other) => PyCompare.AreEqual(PyNumbers.Modulo(value, other), PyBox.Of(0L)));
        Add(table, "sameas", "other", IsSame);
        Add(table, "in", "seq", static (value, other) => PyContainer.Contains(other, value));
        table.Add("filter", Signature.Of("test_filter", ["value"]).AfterContext(), static (state, given)
            => PyBox.Of(IsKnown(state.Environment.Filters, given[0])));
        table.Add("test", Signature.Of("test_test", ["value"]).AfterContext(), static (state, given)
            => PyBox.Of(IsKnown(state.Environment.Tests, given[0])));
    }

    private static void AddComparisons(FunctionTable table)
    {
        Compare(table, "eq", PyCompare.AreEqual, "==", "equalto");
        Compare(table, "ne", static (left, right) => !PyCompare.AreEqual(left, right), "!=");
        Compare(table, "gt", PyCompare.Greater, ">", "greaterthan");
        Compare(table, "ge", PyCompare.GreaterOrEqual, ">=");
        Compare(table, "lt", PyCompare.Less, "<", "lessthan");
        Compare(table, "le", PyCompare.LessOrEqual, "<=");
    }

    private static void Test(FunctionTable table, string name, Func<object?, bool> test)
        => table.Add(name, Signature.Of($"test_{name}", ["value"]), (_, given) => PyBox.Of(test(given[0])));

    private static void Add(FunctionTable table, string name, string other, Func<object?, object?, bool> test)
        => table.Add(name, Signature.Of($"test_{name}", ["value", other]), (_, given) => PyBox.Of(test(given[0], given[1])));

    private static void Compare(FunctionTable table, string name, Func<object?, object?, bool> test, params string[] aliases)
    {
        var signature = new BuiltinSignature("_operator", name, BuiltinStyle.Positional, 2, 2, []);
        table.Add(name, (_, arguments) => PyBox.Of(signature.Bind(arguments) is var given && test(given[0], given[1])));
        foreach (var alias in aliases)
            table.Alias(alias, name);
    }

    private static bool IsKnown(FrozenDictionary<string, JinjaFunction> functions, object? name)
    {
        PyKeyComparer.RequireHashable(name);
        return Given.TextOrNull(name) is { } text && functions.ContainsKey(text);
    }

    /// <summary>Whether it has a length and items; what fails when asked is none.</summary>
    private static bool IsSequence(object? value) => value switch
    {
        Undefined undefined => !undefined.IsStrict,
        PyObject other => other.IsSubscriptable && other.TryGetLength(out _),
        _ => PyContainer.TryLength(value, out _),
    };

    /// <summary>Identity; numbers and texts have none of their own here, so that equal ones of one type are the same.</summary>
    private static bool IsSame(object? value, object? other) => ReferenceEquals(value, other) || (value, other) switch
    {
        (long left, long right) => left == right,
        (bool left, bool right) => left == right,
        (double left, double right) => left.Equals(right),
        (string left, string right) => string.Equals(left, right, StringComparison.Ordinal),
        (PyTuple { Items.IsEmpty: true }, PyTuple { Items.IsEmpty: true }) => true,
        _ => false,
    };
}
