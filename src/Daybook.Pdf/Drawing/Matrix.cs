namespace Daybook.Pdf;

/// <summary>An affine transform as PDF writes it: x' = Ax + Cy + E, y' = Bx + Dy + F.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>This transform first, then <paramref name="next"/>.</summary>
    public Matrix Then(in Matrix next) => new(
        A * next.A + B * next.C, A * next.B + B * next.D,
        C * next.A + D * next.C, C * next.B + D * next.D,
        E * next.A + F * next.C + next.E, E * next.B + F * next.D + next.F);

    /// <summary>With six decimals: a turn by a small angle over a large page needs them.</summary>
    public void Write(ByteWriter to)
    {
        foreach (var value in (ReadOnlySpan<double>)[A, B, C, D])
            to.Raw(System.Text.Encoding.ASCII.GetBytes(value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture))).Byte((byte)' ');
        to.Numbers(E, F);
    }
}
