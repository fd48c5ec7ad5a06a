using System.Numerics;
using System.Text;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary><c>str.translate</c>: maps code points through a dict (or anything with items) of numbers.</summary>
internal static class Translation
{
    public static string Translate(RenderState state, string text, object? table)
    {
        var output = new StringBuilder(text.Length);
        foreach (var codePoint in CodePoints.ToArray(text))
        {
            Append(output, codePoint, table);
            state.ValueLimits.CheckText(output.Length);
            WorkMeter.Count();
        }

        return output.ToString();
    }

    private static void Append(StringBuilder output, int codePoint, object? table)
    {
        object? mapped;
        try
        {
            mapped = PyContainer.GetItem(table, PyBox.Of((long)codePoint));
        }
        catch (PyException missing) when (missing.IsLookupError)
        {
            CodePoints.Append(output, codePoint);
            return;
        }

        if (mapped is null)
            return;
        if (PyNumber.TryInteger(mapped, out var number))
            CodePoints.Append(output, ToCodePoint(number));
        else
            output.Append(Given.TextOrNull(mapped) ?? throw PyErrors.Type("character mapping must return integer, None or str"));
    }

    private static int ToCodePoint(BigInteger number)
        => number.Sign >= 0 && number < 0x110000 ? (int)number : throw PyErrors.Value("character mapping must be in range(0x110000)");
}
