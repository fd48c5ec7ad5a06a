using System.Globalization;
using System.Numerics;
using CsCheck;
using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Tests.Jinja.Python;

public sealed class PythonPropertyTests
{
    private static readonly Gen<BigInteger> Integers = Gen.OneOf(
        Gen.Long.Select(number => (BigInteger)number), Gen.Select(Gen.Long, Gen.Long, (a, b) => (BigInteger)a * b));

    private static readonly Gen<string> Texts = Gen.OneOf<string>("a", "b", "é", "\U0001f600", " ", "-", "\ud800").List[0, 12].Select(string.Concat);

    private static readonly Gen<int?> Bounds = Gen.OneOf(Gen.Const((int?)null), Gen.Int[-15, 15].Select(number => (int?)number));

    [Fact]
    public void A_float_reads_back_from_its_text() => Gen.Double.Always(number =>
        BitConverter.DoubleToInt64Bits(double.Parse(Parsable(PyText.Repr(number)), CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(number)
        || double.IsNaN(number));

    [Fact]
    public void Every_power_of_two_reads_back_from_its_text()
    {
        for (var exponent = -1074; exponent < 1024; exponent++)
        {
            var number = Math.ScaleB(1, exponent);
            Assert.Equal(number, double.Parse(PyText.Repr(number), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Quotient_and_remainder_make_the_dividend_again() => Gen.Select(Integers, Integers.Where(number => !number.IsZero)).Always((a, b) =>
    {
        var quotient = Whole(PyNumbers.FloorDivide(PyBox.Of(a), PyBox.Of(b)));
        var remainder = Whole(PyNumbers.Modulo(PyBox.Of(a), PyBox.Of(b)));
        return (quotient * b) + remainder == a && BigInteger.Abs(remainder) < BigInteger.Abs(b) && (remainder.IsZero || remainder.Sign == b.Sign);
    });

    [Fact]
    public void Integers_of_any_size_add_subtract_and_multiply_exactly() => Gen.Select(Integers, Integers).Always((a, b) =>
        Whole(PyNumbers.Add(PyBox.Of(a), PyBox.Of(b))) == a + b
        && Whole(PyNumbers.Subtract(PyBox.Of(a), PyBox.Of(b))) == a - b
        && Whole(PyNumbers.Multiply(PyBox.Of(a), PyBox.Of(b))) == a * b);

    [Fact]
    public void The_order_of_an_integer_and_a_float_is_exact() => Gen.Select(Integers, Gen.Double.Where(double.IsFinite)).Always((integer, number) =>
    {
        var exact = integer.CompareTo(new BigInteger(Math.Floor(number)));
        var isLess = exact < 0 || (exact == 0 && Math.Floor(number) < number);
        return PyCompare.Less(PyBox.Of(integer), number) == isLess && PyCompare.GreaterOrEqual(PyBox.Of(integer), number) == !isLess;
    });

    [Fact]
    public void Equal_numbers_are_one_key_whatever_their_types() => Integers.Always(integer =>
    {
        var asFloat = PyNumber.ToDouble(integer);
        return !PyCompare.AreEqual(PyBox.Of(integer), asFloat)
            || PyKeyComparer.Instance.GetHashCode(PyBox.Of(integer)) == PyKeyComparer.Instance.GetHashCode(asFloat);
    });

    [Fact]
    public void A_slice_takes_what_counting_from_start_to_stop_takes() => Gen.Select(Texts, Bounds, Bounds, Bounds).Always((text, start, stop, step) =>
    {
        if (step == 0)
            return true;
        var whole = CodePoints.ToArray(text);
        var taken = PyContainer.Slice(text, Box(start), Box(stop), Box(step));
        return Equals(taken, CodePoints.ToText(Naive(whole, start, stop, step ?? 1)));
    });

    [Fact]
    public void Text_is_as_long_as_the_characters_it_gives() => Texts.Always(text =>
        PyContainer.Length(text) == PyContainer.ToList(text).Count && string.Concat(PyContainer.ToList(text)) == text);

    [Fact]
    public void Splitting_and_joining_gives_the_text_again() => Gen.Select(Texts, Gen.Int[-1, 5]).Always((text, most) =>
        string.Join('-', TextSplitting.Split(text, "-", most)) == text && string.Join('-', TextSplitting.SplitRight(text, "-", most)) == text
        && string.Concat(TextSplitting.Lines(text, keepEnds: true)) == text);

    [Fact]
    public void Sorting_keeps_the_order_of_equal_items() => Gen.Int[0, 9].List[0, 200].Always(numbers =>
    {
        var items = numbers.Select((number, index) => (object?)new PyTuple([PyBox.Of((long)number), PyBox.Of((long)index)])).ToList();
        var sorted = PySort.Sort(items, item => ((PyTuple)item!).Items[0], reverse: false);
        var expected = items.OrderBy(item => (long)((PyTuple)item!).Items[0]!).ToList();
        var reversed = PySort.Sort(items, item => ((PyTuple)item!).Items[0], reverse: true);
        return sorted.SequenceEqual(expected) && reversed.SequenceEqual(items.OrderByDescending(item => (long)((PyTuple)item!).Items[0]!));
    });

    [Fact]
    public void Quick_and_exact_scaling_of_floats_agree() => Gen.Select(Gen.Double[0, 1e12], Gen.Int[0, 22]).Always((number, places) =>
        !ScaledInteger.TryScale(number, places, out var quick) || quick == ScaledInteger.Scale(number, places));

    [Fact]
    public void Fixed_formatting_is_within_half_a_unit_of_the_last_place() => Gen.Select(Gen.Double[-1e9, 1e9], Gen.Int[0, 6]).Always((number, places) =>
    {
        var shown = decimal.Parse(PyFormat.Format(number, $".{places}f"), NumberStyles.Float, CultureInfo.InvariantCulture);
        // A cast to decimal keeps 15 digits only; 18 places say exactly enough what the double is.
        var exact = decimal.Parse(number.ToString("F18", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var unit = 1m / (decimal)Math.Pow(10, places);
        return Math.Abs(shown - exact) <= (unit / 2) + 0.00001m * unit;
    });

    [Fact]
    public void Octal_hexadecimal_and_binary_digits_read_back() => Integers.Always(integer =>
    {
        var magnitude = BigInteger.Abs(integer);
        return PyConvert.TryParseInteger(IntegerDigits.Of(magnitude, 'o'), 8, out var octal) && octal == magnitude
            && PyConvert.TryParseInteger(IntegerDigits.Of(magnitude, 'x'), 16, out var hexadecimal) && hexadecimal == magnitude
            && PyConvert.TryParseInteger(IntegerDigits.Of(magnitude, 'b'), 2, out var binary) && binary == magnitude;
    });

    private static IEnumerable<int> Naive(int[] items, int? start, int? stop, int step)
    {
        var from = start is { } s ? (s < 0 ? s + items.Length : s) : step > 0 ? 0 : items.Length - 1;
        var to = stop is { } e ? (e < 0 ? e + items.Length : e) : step > 0 ? items.Length : -1;
        if (start is not null)
            from = Math.Clamp(from, step > 0 ? 0 : -1, step > 0 ? items.Length : items.Length - 1);
        if (stop is not null)
            to = Math.Clamp(to, step > 0 ? 0 : -1, step > 0 ? items.Length : items.Length - 1);
        for (var i = from; step > 0 ? i < to : i > to; i += step)
            yield return items[i];
    }

    private static object? Box(int? number) => number is { } value ? PyBox.Of((long)value) : null;

    private static BigInteger Whole(object? value) => PyNumber.TryInteger(value, out var number) ? number : throw new ArgumentException("Not an integer.");

    private static string Parsable(string repr) => repr switch
    {
        "inf" => "Infinity",
        "-inf" => "-Infinity",
        "nan" => "NaN",
        _ => repr,
    };
}
