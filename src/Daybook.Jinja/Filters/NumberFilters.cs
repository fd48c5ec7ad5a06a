using System.Numerics;
using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>Filters that make, round and show numbers.</summary>
internal static class NumberFilters
{
    private static readonly string[] DecimalUnits = ["kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];
    private static readonly string[] BinaryUnits = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"];

    public static void AddTo(FunctionTable table) => table
        .AddBuiltin("abs", "", "abs", static (_, value) => PyNumbers.Absolute(value))
        .Add("filesizeformat", Signature.Of("do_filesizeformat", ["value"], ("binary", false)), static (_, given)
            => FileSize(PyConvert.ToDouble(given[0]), PyTruth.IsTrue(given[1])))
        .Add("float", Signature.Of("do_float", ["value"], ("default", 0.0)), static (_, given)
            => PyConvert.TryToDouble(given[0], out var number) ? number : given[1])
        .Add("int", Signature.Of("do_int", ["value"], ("default", 0L), ("base", 10L)), ToInteger)
        .Add("round", Signature.Of("do_round", ["value"], ("precision", 0L), ("method", "common")), static (state, given)
            => Round(given[0], given[1], given[2], state.ValueLimits));

    private static string FileSize(double size, bool isBinary)
    {
        var step = isBinary ? 1024 : 1000;
        if (size == 1)
            return "1 Byte";
        if (size < step)
            return $"{PyText.Str(PyBox.Of(PyConvert.Truncate(size)))} Bytes";
        var units = isBinary ? BinaryUnits : DecimalUnits;
        var index = 0;
        while (index < units.Length - 1 && !PyCompare.Less(size, PyBox.Of(Unit(index))))
            index++;
        return $"{PyFormat.Format(step * size / PyNumber.ToDouble(Unit(index)), ".1f")} {units[index]}";

        BigInteger Unit(int power) => BigInteger.Pow(step, power + 2);
    }

    /// <summary>An integer from a number or its text, in a base; text with decimals is cut; the default for everything else.</summary>
    private static object? ToInteger(RenderState state, object?[] given)
    {
        var (value, fallback) = (given[0], given[1]);
        if (Given.TextOrNull(value) is { } text)
        {
            return PyNumber.TryLong(given[2], out var radix) && PyConvert.TryParseInteger(text, (int)Math.Clamp(radix, -1, 99), out var parsed)
                ? PyBox.Of(parsed)
                : FromDouble(value, fallback);
        }

        return value is double
            ? FromDouble(value, fallback)
            : PyConvert.TryToInteger(value, out var number) ? PyBox.Of(number) : fallback;
    }

    private static object? FromDouble(object? value, object? fallback)
        => PyConvert.TryToDouble(value, out var number) && !double.IsNaN(number) ? PyBox.Of(PyConvert.Truncate(number)) : fallback;

    private static object? Round(object? value, object? precision, object? method, PyLimits limits)
    {
        switch (Given.TextOrNull(method))
        {
            case "common":
                return Rounding.Round(value, precision);
            case "ceil":
            case "floor":
                var power = PyNumbers.Power(PyBox.Of(10L), precision, limits);
                var scaled = PyNumbers.Multiply(value, power, limits);
                return PyNumbers.TrueDivide(Rounding.Whole(scaled, upward: Given.TextOrNull(method) == "ceil"), power);
            default:
                throw PyErrors.FilterArgument("method must be common, ceil or floor");
        }
    }
}
