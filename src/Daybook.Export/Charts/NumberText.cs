using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export.Charts;

/// <summary>Numbers as charts write them.</summary>
internal static class NumberText
{
    private static readonly (double Factor, string Suffix)[] Steps = [(1e12, "T"), (1e9, "B"), (1e6, "M")];

    /// <summary>A value beside its mark: <c>1,234</c>, <c>12.5%</c>, <c>3.4M</c>; other units stand on the axis.</summary>
    public static string Value(double value, ChartOptions options)
    {
        var number = options.Decimals is { } decimals && Math.Abs(value) < 1e6
            ? Rounded(value, "N" + Math.Clamp(decimals, 0, 6))
            : Short(value, Math.Abs(value) >= 10_000 ? 0 : Math.Abs(value) >= 1_000 ? 1 : 2);
        return Localized(options.Unit == "%" ? number + "%" : number, options);
    }

    /// <summary>How many: <c>1,234</c>.</summary>
    public static string Count(long count, ChartOptions options) => Localized(count.ToString("N0", CultureInfo.InvariantCulture), options);

    /// <summary>A part of a whole: <c>12.5%</c>.</summary>
    public static string Share(double percent, ChartOptions options) => Localized(percent.ToString("0.0", CultureInfo.InvariantCulture) + "%", options);

    /// <summary>A number on an axis whose ticks are <paramref name="step"/> apart.</summary>
    public static string Tick(double value, double step, ChartOptions options) => Localized(Tick(value, step) + (options.Unit == "%" ? "%" : ""), options);

    private static string Localized(string number, ChartOptions options) => DocumentLocale.Find(options.Locale)?.Number(number) ?? number;

    private static string Tick(double value, double step)
    {
        if (Math.Abs(value) < step / 1e6)
            return "0";
        var decimals = 0;
        for (var scaled = step; decimals < 6 && Math.Abs(scaled - Math.Round(scaled)) > 1e-6 * scaled; decimals++)
            scaled *= 10;
        return step >= 1e5 || step < 1e-6 ? Short(value, 2) : value.ToString("N" + decimals, CultureInfo.InvariantCulture);
    }

    private static string Short(double value, int decimals)
    {
        var size = Math.Abs(value);
        if (size is >= 1e15 or (> 0 and < 1e-4))
            return value.ToString("0.##e0", CultureInfo.InvariantCulture);
        foreach (var (factor, suffix) in Steps)
        {
            if (size >= factor)
                return Rounded(value / factor, "0.##") + suffix;
        }

        if (size < 0.01)
            decimals = 4;
        return Rounded(value, "#,0." + new string('#', decimals));
    }

    private static string Rounded(double value, string format)
    {
        var text = DecimalOf.Double(value)!.Value.ToString(format, CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
