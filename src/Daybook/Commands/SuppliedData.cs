using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Composition;

namespace Daybook.Commands;

/// <summary>
/// What <c>--data</c> gives: a file for the datasets that read files, or, for a template without such datasets, a JSON object whose keys are
/// the datasets.
/// </summary>
/// <param name="Template">The template with the given files in place of its own.</param>
/// <param name="Snapshot">The data that is at hand already.</param>
/// <param name="Folders">Folders of the given files.</param>
internal sealed partial record SuppliedData(ReportTemplate Template, Snapshot Snapshot, ImmutableArray<string> Folders)
{
    private const string PathSetting = "path";

    public static SuppliedData Read(ReportTemplate template, ImmutableArray<string> data, string folder)
    {
        var result = new SuppliedData(template, Snapshot.Empty, []);
        foreach (var given in data)
            result = result.With(given, folder);
        return result;
    }

    private SuppliedData With(string given, string folder)
    {
        var separator = given.IndexOf('=', StringComparison.Ordinal);
        var name = separator > 0 ? given[..separator] : null;
        var path = Path.GetFullPath(Path.Combine(folder, given[(separator > 0 ? separator + 1 : 0)..]));
        var readers = Template.Datasets.Where(dataset => dataset.Settings.ContainsKey(PathSetting)).ToList();
        if (name is not null && readers.All(dataset => dataset.Name != name))
            throw new CommandFailure(ExitCode.Usage, $"--data: the template has no dataset '{name}' that reads files; it has {Names(readers)}");
        if (name is null && readers.Count > 1)
            throw new CommandFailure(ExitCode.Usage, $"--data: the template reads several datasets from files; write DATASET=FILE with one of {Names(readers)}");
        return readers.FirstOrDefault(dataset => name is null || dataset.Name == name) is { } dataset
            ? this with { Template = Named(Pointed(dataset, path), dataset, given[(separator > 0 ? separator + 1 : 0)..]), Folders = Folders.Add(FixedFolder(path)) }
            : this with { Snapshot = Snapshot.With(Object(path)) };
    }

    private ReportTemplate Pointed(DatasetDefinition dataset, string path)
    {
        var settings = dataset.Settings.SetItem(PathSetting, TemplateValue.Literal(path, dataset.Location));
        return Template with { Datasets = Template.Datasets.Replace(dataset, dataset with { Settings = settings }) };
    }

    /// <summary>A parameter that names the dataset's file takes what was given in its place, so that the report does not show another one.</summary>
    private static ReportTemplate Named(ReportTemplate template, DatasetDefinition dataset, string given)
    {
        if (dataset.Settings[PathSetting].Json is not { ValueKind: JsonValueKind.String } path || Reference().Match(path.GetString()!) is not { Success: true } match
            || template.Parameters.FirstOrDefault(parameter => parameter.Name == match.Groups[1].Value) is not { Type: ParameterType.Text } parameter)
            return template;
        return template with { Parameters = template.Parameters.Replace(parameter, parameter with { Default = TemplateValue.Literal(given, parameter.Location) }) };
    }

    [GeneratedRegex(@"^\s*\{\{\s*(\w+)\s*\}\}\s*$")]
    private static partial Regex Reference();

    private static Snapshot Object(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Snapshot.Of(json.RootElement);
        }
        catch (JsonException error)
        {
            throw new CommandFailure(ExitCode.DataError, $"--data: {path} is not JSON: {error.Message}", error);
        }
        catch (ArgumentException error)
        {
            throw new CommandFailure(ExitCode.DataError, $"--data: {path}: {error.Message}", error);
        }
    }

    /// <summary>The folder above the first name that holds a wildcard.</summary>
    private static string FixedFolder(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? path;
        while (folder.AsSpan().IndexOfAny('*', '?') >= 0)
            folder = Path.GetDirectoryName(folder) ?? "/";
        return folder;
    }

    private static string Names(List<DatasetDefinition> datasets) =>
        datasets.Count == 0 ? "none" : string.Join(", ", datasets.Select(dataset => dataset.Name));
}
