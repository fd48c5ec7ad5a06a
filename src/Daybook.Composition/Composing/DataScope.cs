using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The names one block knows: parameters, then its data under full paths and under their last segments.</summary>
internal sealed class DataScope
{
    private readonly ReportData _data;
    private readonly ImmutableDictionary<string, object?> _base;
    private readonly ImmutableArray<DataPath> _paths;
    private readonly Dictionary<string, DataNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ambiguous = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, object?> _more;

    /// <param name="paths">Empty gives all data.</param>
    /// <exception cref="CompositionException">A path leads nowhere, or to a dataset that failed.</exception>
    public DataScope(ReportData data, ImmutableDictionary<string, object?> baseNames, ImmutableArray<DataPath> paths)
        : this(data, baseNames, paths, ImmutableDictionary<string, object?>.Empty)
    {
        if (paths.IsEmpty)
        {
            AddAll();
            return;
        }

        foreach (var root in paths.GroupBy(path => path.Path.Split('.')[0]))
            _nodes[root.Key] = PathTree.Of(data, root.Key, [.. root]);
        foreach (var path in paths.Where(path => path.Path.Contains('.', StringComparison.Ordinal)))
            AddShort(path);
    }

    private DataScope(ReportData data, ImmutableDictionary<string, object?> baseNames, ImmutableArray<DataPath> paths, ImmutableDictionary<string, object?> more)
    {
        (_data, _base, _paths, _more) = (data, baseNames, paths, more);
    }

    /// <summary>Every name there is, for suggestions.</summary>
    public IEnumerable<string> Names => _base.Keys.Concat(_nodes.Keys).Concat(_more.Keys).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The names of data.</summary>
    public IEnumerable<string> DataNames => _nodes.Keys;

    public ImmutableArray<DataPath> Paths => _paths;

    /// <summary>This scope with more names, which win: the result of a script.</summary>
    public DataScope With(ImmutableDictionary<string, object?> more)
    {
        var scope = new DataScope(_data, _base, _paths, more);
        foreach (var (name, node) in _nodes)
            scope._nodes[name] = node;
        foreach (var (name, reason) in _ambiguous)
            scope._ambiguous[name] = reason;
        return scope;
    }

    /// <summary>The values of names; names without one are left out, so that the template finds them undefined.</summary>
    /// <param name="names">Null gives all.</param>
    public PyDict Values(IEnumerable<string>? names)
    {
        var values = new PyDict { IsFrozen = true };
        foreach (var name in names ?? Names)
        {
            if (_more.TryGetValue(name, out var value))
                values[name] = value;
            else if (_ambiguous.ContainsKey(name))
                continue;
            else if (_nodes.TryGetValue(name, out var node))
                values[name] = node.TemplateValue;
            else if (_base.TryGetValue(name, out value))
                values[name] = value;
        }

        return values;
    }

    /// <summary>Why a name of a template has no value; null when it simply does not exist.</summary>
    public CompositionException? Explain(string name)
    {
        if (_more.ContainsKey(name) || _base.ContainsKey(name) && !_ambiguous.ContainsKey(name))
            return null;
        if (_ambiguous.TryGetValue(name, out var reason))
            return new CompositionException(SectionCodes.AmbiguousName, reason);
        if (_nodes.ContainsKey(name))
            return null;
        if (_data.Failure(name) is { } failure)
            return ReportData.Failed(name, failure);
        return _paths.IsEmpty && _data.FailedSpread is { } dataset ? ReportData.Failed(dataset, _data.Failure(dataset)!) : null;
    }

    /// <summary>A dataset of this block that failed, for a text whose names cannot be seen beforehand; null when there is none.</summary>
    public CompositionException? AnyFailure =>
        _paths.IsEmpty && _data.Names.FirstOrDefault(name => _data.Failure(name) is not null) is { } dataset ? ReportData.Failed(dataset, _data.Failure(dataset)!) : null;

    /// <summary>The whole scope as JSON, for scripts.</summary>
    public void WriteTo(Utf8JsonWriter writer, ImmutableSortedDictionary<string, JsonElement> parameters)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in parameters.Where(entry => !_nodes.ContainsKey(entry.Key)))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        foreach (var (name, node) in _nodes.Where(entry => !_ambiguous.ContainsKey(entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            node.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private void AddAll()
    {
        foreach (var dataset in _data.Spread)
        {
            var node = _data.Find(dataset)!;
            foreach (var name in node.Names.Where(name => !_base.ContainsKey(name)))
                _nodes.TryAdd(name, node.Child(name)!);
        }

        foreach (var name in _data.Names.Where(name => _data.Failure(name) is null))
        {
            _nodes[name] = _data.Find(name)!;
            if (_base.ContainsKey(name))
                _ambiguous[name] = $"'{name}' is both a dataset and a parameter; rename one of them.";
        }

        if (_data.Previous is { } previous)
            _nodes[ReportData.PreviousName] = previous;
    }

    /// <summary>A short name that could mean something else is known to nobody.</summary>
    private void AddShort(DataPath path)
    {
        var name = path.LastSegment;
        var other = _paths.FirstOrDefault(candidate => candidate.Path != path.Path && candidate.LastSegment == name)?.Path;
        if (other is not null)
            _ambiguous[name] = $"'{name}' is the end of two data sources, {other} and {path.Path}; write the full path.";
        else if (_nodes.ContainsKey(name))
            _ambiguous[name] = $"'{name}' is both a data source and the end of {path.Path}; write the full path of one and rename the other.";
        else if (_base.ContainsKey(name))
            _ambiguous[name] = $"'{name}' is both a parameter and the end of the data source {path.Path}; write the full path for the data, or rename the parameter.";
        else
            _nodes[name] = _data.Resolve(path);
    }
}
