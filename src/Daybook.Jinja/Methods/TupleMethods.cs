using System.Collections.Frozen;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Methods;

/// <summary>The methods of <c>tuple</c>.</summary>
internal static class TupleMethods
{
    public static FrozenDictionary<string, MethodBody> All { get; } = new MethodTable("tuple")
        .One("count", static (_, self, item) => PyBox.Of((long)((PyTuple)self!).Items.Count(candidate => PyCompare.AreSame(candidate, item))))
        .Positional("index", 1, 3, static (_, self, given)
            => SequenceSearch.Index(((PyTuple)self!).Items, given, static _ => "tuple.index(x): x not in tuple"))
        .Build();
}
