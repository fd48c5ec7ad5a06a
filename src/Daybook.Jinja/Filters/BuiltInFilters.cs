using System.Collections.Frozen;

namespace Daybook.Jinja.Filters;

/// <summary>The filters that every template knows.</summary>
internal static class BuiltInFilters
{
    public static FrozenDictionary<string, JinjaFunction> All { get; } = Build();

    private static FrozenDictionary<string, JinjaFunction> Build()
    {
        var table = new FunctionTable();
        TextFilters.AddTo(table);
        LayoutFilters.AddTo(table);
        MarkupFilters.AddTo(table);
        NumberFilters.AddTo(table);
        SequenceFilters.AddTo(table);
        OrderFilters.AddTo(table);
        SelectionFilters.AddTo(table);
        return table.Build();
    }
}
