namespace Daybook.Composition;

/// <summary>A kind of place that data comes from: files, values written into the template, red-team logs, databases.</summary>
public interface IDataSource
{
    /// <summary>The word a template writes after <c>source:</c>.</summary>
    string Kind { get; }

    /// <summary>Everything wrong with the dataset's settings, without touching the data; empty when it can be opened.</summary>
    IReadOnlyList<Diagnostic> Check(DatasetQuery query);

    /// <exception cref="DataSourceException">The data cannot be read; the message names the place and the remedy.</exception>
    Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken);
}
