using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>How <c>pprint</c> orders keys: as they compare, and those that do not by their type.</summary>
internal static class PrettyOrder
{
    public static bool Less(object? left, object? right)
    {
        try
        {
            return PyCompare.Less(left, right);
        }
        catch (PyException incomparable) when (incomparable.Kind == PyErrorKind.TypeError)
        {
            return CodePoints.Compare($"<class '{PyType.NameOf(left)}'>", $"<class '{PyType.NameOf(right)}'>") < 0;
        }
    }
}
