namespace Daybook.Composition;

/// <summary>The digits after the decimal point that amounts of a currency are written with (ISO 4217).</summary>
internal static class MinorUnits
{
    private static readonly HashSet<string> None =
        new(["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"], StringComparer.Ordinal);

    private static readonly HashSet<string> Three = new(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], StringComparer.Ordinal);

    /// <summary>The amount with at least these digits: 1.5 euros are EUR 1.50. Digits beyond them are kept.</summary>
    public static decimal Extend(decimal amount, string currency) =>
        amount + new decimal(0, 0, 0, isNegative: false, None.Contains(currency) ? (byte)0 : Three.Contains(currency) ? (byte)3 : (byte)2);
}
