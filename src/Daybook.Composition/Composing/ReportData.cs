using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>The datasets of one composition, each made ready for templates once.</summary>
internal sealed class ReportData
{
    private readonly Snapshot _snapshot;
    private readonly Dictionary<string, DataNode> _nodes = new(StringComparer.Ordinal);
    private readonly Lazy<DataNode?> _previous;

    public ReportData(ReportTemplate template, Snapshot snapshot)
    {
        _snapshot = snapshot;
        foreach (var (name, result) in snapshot.Datasets)
        {
            if (result.Content is not DatasetFailure)
                _nodes[name] = DataNode.Of(result.Content);
        }

        _previous = new Lazy<DataNode?>(() => PreviousData.Of(template, snapshot, _nodes));
        Spread = [.. template.Datasets.Where(dataset => dataset.Spread && _nodes.ContainsKey(dataset.Name)).Select(dataset => dataset.Name)];
        FailedSpread = template.Datasets.FirstOrDefault(dataset => dataset.Spread && Failure(dataset.Name) is not null)?.Name;
    }

    public const string PreviousName = "previous";

    public IEnumerable<string> Names => _snapshot.Datasets.Keys;

    /// <summary>Datasets whose keys are names themselves.</summary>
    public ImmutableArray<string> Spread { get; }

    /// <summary>A spread dataset that failed: any unknown name may have been one of its keys. Null when there is none.</summary>
    public string? FailedSpread { get; }

    public DataNode? Previous => _previous.Value;

    public DatasetResult? Result(string name) => _snapshot.Datasets.GetValueOrDefault(name);

    public DatasetFailure? Failure(string name) => Result(name)?.Content as DatasetFailure;

    /// <summary>Null when there is no such dataset, or it failed.</summary>
    public DataNode? Find(string name) => name == PreviousName ? Previous : _nodes.GetValueOrDefault(name);

    /// <exception cref="CompositionException">The dataset failed, or there is nothing at the path.</exception>
    public DataNode Resolve(DataPath path)
    {
        var names = path.Path.Split('.');
        if (Failure(names[0]) is { } failure)
            throw Failed(names[0], failure);
        var known = Names.Append(PreviousName);
        var node = Find(names[0]) ?? Unspread(names[0]);
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0)
            {
                known = node!.Names;
                node = node.Child(names[i]);
            }

            if (node is null)
            {
                throw new CompositionException(SectionCodes.UnknownPath, $"The data has no '{string.Join('.', names[..(i + 1)])}'{NearMatch.End(names[i], known)}")
                {
                    Location = path.Location,
                };
            }
        }

        return node!;
    }

    public static CompositionException Failed(string name, DatasetFailure failure) =>
        new(failure.Code, $"The data of '{name}' could not be collected. {failure.Message}");

    private DataNode? Unspread(string name) => Spread.Select(dataset => _nodes[dataset].Child(name)).FirstOrDefault(child => child is not null);
}
