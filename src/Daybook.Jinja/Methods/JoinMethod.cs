using System.Text;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary><c>str.join</c>.</summary>
internal static class JoinMethod
{
    public static string Join(RenderState state, string separator, object? items)
    {
        if (!PyContainer.TryGetIterator(items, out var iterator))
            throw PyErrors.Type("can only join an iterable");
        var output = new StringBuilder();
        for (var index = 0; iterator.MoveNext(); index++)
        {
            var text = Given.TextOrNull(iterator.Current) ?? throw PyErrors.Type(
                $"sequence item {index}: expected str instance, {PyType.NameOf(iterator.Current)} found");
            if (index > 0)
                output.Append(separator);
            state.ValueLimits.CheckText((long)output.Length + text.Length);
            state.Step();
            output.Append(text);
        }

        return output.ToString();
    }
}
