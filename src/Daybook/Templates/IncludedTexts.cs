using System.Collections.Concurrent;
using System.Text;
using Daybook.Composition;
using Daybook.RedTeam;

namespace Daybook.Templates;

/// <summary>
/// The texts that templates include, extend or import by name: parts that come with the program (<c>daybook/…</c>), and files in the
/// template's folder or below it. Each is read once, so that a report never mixes two states of a file.
/// </summary>
/// <param name="folder">The template's own folder; null for a built-in template, which includes no files.</param>
internal sealed class IncludedTexts(string? folder)
{
    private const int MaxBytes = 1_000_000;

    private readonly FileRoots? _files = folder is null ? null : new FileRoots([folder]);
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <returns>Null when there is no such text.</returns>
    /// <exception cref="CompositionException">The file is there and cannot be used.</exception>
    public string? Find(string name) => _texts.GetOrAdd(name, Read);

    private string? Read(string name)
    {
        if (BuiltInTemplates.Part(name) is { } part)
            return part;
        if (_files is null || Path.IsPathRooted(name) || name.AsSpan().ContainsAny('*', '?'))
            return null;
        try
        {
            return Text(name, _files.Resolve(name).Single().FullPath);
        }
        catch (DataSourceException error) when (error.Code == "no_such_file")
        {
            return null;
        }
        catch (DataSourceException error)
        {
            throw new CompositionException(error.Code, error.Message, error);
        }
    }

    private static string Text(string name, string path)
    {
        try
        {
            return new FileInfo(path).Length > MaxBytes
                ? throw Unusable(name, $"it is larger than {MaxBytes / 1000} kB; included texts are parts of templates, not data")
                : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw Unusable(name, "it is not UTF-8 text; save it as UTF-8", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(name, "it cannot be read; check that it is still there and readable", error);
        }
    }

    private static CompositionException Unusable(string name, string why, Exception? error = null) =>
        new(SectionCodes.BadInclude, $"'{name}' cannot be included: {why}.", error);
}
