using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>The methods and attributes of numbers.</summary>
internal static class NumberMethods
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;

    public static FrozenDictionary<string, MethodBody> OfInteger { get; } = new MethodTable("int")
        .None("as_integer_ratio", static (_, self) => new PyTuple([PyNumbers.Positive(self), PyBox.Of(1L)]))
        .None("bit_count", static (_, self) => PyBox.Of(IntegerDigits.Of(BigInteger.Abs(Integer(self)), 'b').LongCount(static c => c == '1')))
        .None("bit_length", static (_, self) => PyBox.Of((long)BigInteger.Abs(Integer(self)).GetBitLength()))
        .None("conjugate", static (_, self) => PyNumbers.Positive(self))
        .Build();

    public static FrozenDictionary<string, MethodBody> OfFloat { get; } = new MethodTable("float")
        .None("as_integer_ratio", static (_, self) => Ratio((double)self!))
        .None("conjugate", static (_, self) => self)
        .None("hex", static (_, self) => Hex((double)self!))
        .None("is_integer", static (_, self) => PyBox.Of(double.IsInteger((double)self!)))
        .Build();

    /// <summary>The attributes that every number has as a complex and a rational number.</summary>
    public static bool TryGetAttribute(object? number, string name, out object? value)
    {
        value = (number, name) switch
        {
            (double, "real") => number,
            (double, "imag") => 0.0,
            (double, _) => null,
            (_, "real" or "numerator") => PyNumbers.Positive(number),
            (_, "imag") => PyBox.Of(0L),
            (_, "denominator") => PyBox.Of(1L),
            _ => null,
        };
        return value is not null;
    }

    private static BigInteger Integer(object? self) => PyConvert.ToInteger(self);

    private static PyTuple Ratio(double number)
    {
        if (double.IsNaN(number))
            throw PyErrors.Value("cannot convert NaN to integer ratio");
        if (double.IsInfinity(number))
            throw PyErrors.Overflow("cannot convert Infinity to integer ratio");
        var denominator = BigInteger.One;
        for (; !double.IsInteger(number); number *= 2)
            denominator <<= 1;
        return new PyTuple([PyBox.Of(new BigInteger(number)), PyBox.Of(denominator)]);
    }

    private static string Hex(double number)
    {
        if (!double.IsFinite(number))
            return PyFloatText.Repr(number);
        var sign = double.IsNegative(number) ? "-" : "";
        if (number == 0)
            return sign + "0x0.0p+0";
        var bits = BitConverter.DoubleToUInt64Bits(Math.Abs(number));
        var biased = (int)(bits >> MantissaBits);
        var fraction = (bits & ((1UL << MantissaBits) - 1)).ToString("x13", CultureInfo.InvariantCulture);
        var exponent = Math.Max(biased, 1) - ExponentBias;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}0x{(biased == 0 ? 0 : 1)}.{fraction}p{(exponent < 0 ? "" : "+")}{exponent}");
    }
}
