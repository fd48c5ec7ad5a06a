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

    /// <summary>Binds a kind's options; unknown names, values of a wrong type and what the check refuses are noted, each with the setting's name.</summary>
    /// <returns>Null when anything is wrong.</returns>
    public TOptions? Read<TOptions>(IValidateOptions<TOptions> check)
        where TOptions : class, new()
    {
        var before = problems.Count;
        var known = typeof(TOptions).GetProperties().Select(property => property.Name).Append("Kind").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var unknown in section.GetChildren().Select(child => child.Key).Where(key => !known.Contains(key)))
            problems.Add($"there is no setting {section.Path}:{unknown}; the channel has {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        var options = new TOptions();
        try
        {
            section.Bind(options);
            var result = check.Validate(null, options);
            if (result.Failed)
                problems.AddRange(result.Failures!.Select(Sentence<TOptions>));
        }
        catch (InvalidOperationException wrong)
        {
            problems.Add(wrong.Message);
        }

        return problems.Count == before ? options : null;
    }

    /// <param name="failure">As the check words it: <c>Secret: The WebhookOptions.Secret field is required.</c></param>
    private string Sentence<TOptions>(string failure)
    {
        var (setting, said) = failure.Split(": ", 2) is [var name, var rest] ? ($"{section.Path}:{name}", rest) : (section.Path, failure);
        return said.EndsWith("field is required.", StringComparison.Ordinal) ? $"{setting} is needed" : $"{setting}: {said.Replace(typeof(TOptions).Name + ".", "", StringComparison.Ordinal)}";
    }

    /// <summary>Notes a mistake of one setting.</summary>
    public void Refuse(string setting, string sentence) => problems.Add($"{section.Path}:{setting} {sentence}");
}
