namespace Daybook.Export.Pdf;

/// <summary>
/// Where the numbers of a column stand: whole parts end, and fractions begin, at one line, as far left of the column's right edge as the
/// widest fraction needs.
/// </summary>
internal sealed class DecimalAlignment
{
    private double _whole;
    private double _fraction;

    /// <summary>What the widest whole part and the widest fraction take together.</summary>
    public double Width => _whole + _fraction;

    /// <param name="whole">Width of the digits before the decimal point, with sign and currency.</param>
    /// <param name="fraction">Width from the decimal point on, with a per cent sign.</param>
    public void Add(double whole, double fraction)
    {
        _whole = Math.Max(_whole, whole);
        _fraction = Math.Max(_fraction, fraction);
    }

    /// <summary>Distance of a number's left end from the right edge of its column.</summary>
    public double Left(double whole) => whole + _fraction;

    /// <summary>Where the fraction of a number as text begins; its length where it has none.</summary>
    public static int PointOf(string number)
    {
        var point = number.LastIndexOf('.');
        if (point >= 0)
            return point;
        return number.EndsWith('%') ? number.Length - 1 : number.Length;
    }
}
