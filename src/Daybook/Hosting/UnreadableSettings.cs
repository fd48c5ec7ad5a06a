using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Daybook.Hosting;

/// <summary>
/// Settings that cannot be read at all. Each is noted, and what stands where nothing is set is put in its place, so that all others are looked at too.
/// </summary>
internal sealed class UnreadableSettings(IConfiguration configuration)
{
    private readonly Dictionary<string, string> _found = new(StringComparer.OrdinalIgnoreCase);

    public bool HasAny => _found.Count > 0;

    /// <param name="read">Refuses the value by a <see cref="FormatException"/> whose message names the setting.</param>
    public void Try(string setting, Action<string?> read)
    {
        try
        {
            read(configuration[setting]);
        }
        catch (FormatException wrong)
        {
            PutAside(setting, wrong.Message, "");
        }
    }

    /// <summary>A file that cannot be read.</summary>
    /// <param name="sentences">Everything that is wrong with it.</param>
    public void NoteFile(string file, ImmutableArray<string> sentences)
    {
        foreach (var (index, sentence) in sentences.Index())
            _found[string.Create(CultureInfo.InvariantCulture, $"{file}:{index}")] = sentence;
    }

    /// <summary>Looks at every value below a section that is no text.</summary>
    /// <param name="options">The type of what stands there.</param>
    public void Look(IConfigurationSection section, Type options)
    {
        if (options.IsPrimitive || options.IsEnum)
            LookAtValue(section, options);
        else if (options.IsGenericType)
            Array.ForEach([.. section.GetChildren()], child => Look(child, options.GetGenericArguments()[^1]));
        else if (options != typeof(string))
            Array.ForEach(options.GetProperties(), property => Look(section.GetSection(property.Name), property.PropertyType));
    }

    /// <exception cref="OptionsValidationException">Anything was found, here or there; each sentence names a setting.</exception>
    /// <param name="others">What else is wrong; what it says of the settings that were put aside is about what stands in their place.</param>
    public void ThrowIfAny(IEnumerable<string> others)
    {
        string[] all = [.. _found.Values, .. others.Where(other => !_found.Keys.Any(setting => other.StartsWith(setting, StringComparison.OrdinalIgnoreCase))).Distinct()];
        if (all.Length > 0)
            throw new OptionsValidationException(ServerSettings.FileName, typeof(ServerSettings), all);
    }

    private void LookAtValue(IConfigurationSection section, Type type)
    {
        if (section.Value is not { } text || (type.IsEnum ? Enum.TryParse(type, text, ignoreCase: true, out _) : TypeDescriptor.GetConverter(type).IsValid(text)))
            return;
        var expected = type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}" : WrongParameters.Expected(type) ?? "a number";
        PutAside(section.Path, $"{section.Path} must be {expected}, and is '{text}'", Convert.ToString(Activator.CreateInstance(type), CultureInfo.InvariantCulture)!);
    }

    private void PutAside(string setting, string sentence, string instead)
    {
        _found[setting] = sentence;
        configuration[setting] = instead;
    }
}
