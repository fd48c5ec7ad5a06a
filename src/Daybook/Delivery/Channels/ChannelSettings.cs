using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels;

/// <summary>The settings of one channel, as they stand below <c>Channels:NAME</c>.</summary>
internal sealed class ChannelSettings(IConfigurationSection section, IServiceProvider services, ImmutableArray<string>.Builder problems)
{
    private readonly int _before = problems.Count;

    /// <summary>Whether anything was noted about this channel.</summary>
    public bool HasProblems => problems.Count > _before;

    /// <summary>What distribution settings call the channel.</summary>
    public string Name => section.Key;

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>
    /// Binds a kind's options; unknown names, values of a wrong type and what the check refuses are noted, each with the setting's name. What cannot
    /// be read stays as it is by itself, so that the rest can be checked too; <see cref="HasProblems"/> tells.
    /// </summary>
    public TOptions Read<TOptions>(IValidateOptions<TOptions> check)
        where TOptions : class, new()
    {
        var types = typeof(TOptions).GetProperties().ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        var options = new TOptions();
        var wrong = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!types.TryGetValue(child.Key, out var type))
            {
                if (!child.Key.Equals("Kind", StringComparison.OrdinalIgnoreCase))
                    problems.Add($"there is no setting {child.Path}; the channel has {string.Join(", ", types.Keys.Append("Kind").Order(StringComparer.Ordinal))}");
                continue;
            }

            try
            {
                Alone(child).Bind(options);
            }
            catch (InvalidOperationException)
            {
                wrong.Add(child.Key);
                problems.Add($"{child.Path} is '{child.Value}', which is {(type == typeof(bool) ? "neither true nor false" : "no whole number that fits")}");
            }
        }

        var result = check.Validate(null, options);
        if (result.Failed)
            problems.AddRange(result.Failures!.Where(failure => !wrong.Contains(failure.Split(':')[0])).Select(Sentence<TOptions>));
        return options;
    }

    private IConfigurationRoot Alone(IConfigurationSection child) =>
        new ConfigurationBuilder().AddInMemoryCollection(child.AsEnumerable().Select(pair => KeyValuePair.Create(pair.Key[(section.Path.Length + 1)..], pair.Value))).Build();

    /// <param name="failure">As the check words it: <c>Secret: The WebhookOptions.Secret field is required.</c></param>
    private string Sentence<TOptions>(string failure)
    {
        var (setting, said) = failure.Split(": ", 2) is [var name, var rest] ? ($"{section.Path}:{name}", rest) : (section.Path, failure);
        return said.EndsWith("field is required.", StringComparison.Ordinal) ? $"{setting} is needed" : $"{setting}: {said.Replace(typeof(TOptions).Name + ".", "", StringComparison.Ordinal)}";
    }

    /// <summary>Notes a mistake of one setting.</summary>
    public void Refuse(string setting, string sentence) => problems.Add($"{section.Path}:{setting} {sentence}");
}
