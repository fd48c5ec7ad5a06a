using Daybook.Analysis;
using Daybook.Composition;
using Daybook.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Daybook.Commands;

/// <summary>Who answers analysis blocks for a command: a file of answers, or the models that the environment names. Made when the first block asks.</summary>
internal sealed class CommandAnalyst(Func<IAnalyst> make) : IAnalyst
{
    private static readonly string[] Sections = [AiOptions.Section, "Outgoing"];

    private readonly Lazy<IAnalyst> _analyst = new(make);

    public static CommandAnalyst Of(ReportJob job, Terminal terminal) => new(() => job.Answers is { } file ? Recorded(file, job.GeneratedAt, terminal) : Configured(job, terminal.Clock));

    /// <exception cref="CommandFailure">It is no setting of models, which alone have a meaning here.</exception>
    public static KeyValuePair<string, string?> Setting(string given)
    {
        var setting = DataFolder.Setting(given);
        return Sections.Any(section => setting.Key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase))
            ? setting
            : throw new CommandFailure(ExitCode.Usage, $"--set: {setting.Key} has no meaning here; this command takes {string.Join(" and ", Sections.Select(section => section + ":…"))}");
    }

    public Task<AnalysisRecord> AnswerAsync(AnalysisRequest request, CancellationToken cancellationToken) => _analyst.Value.AnswerAsync(request, cancellationToken);

    private static RecordedAnalyst Recorded(string file, DateTimeOffset now, Terminal terminal)
    {
        try
        {
            return RecordedAnalyst.Read(File.ReadAllBytes(terminal.Locate(file)), now);
        }
        catch (FormatException wrong)
        {
            throw new CommandFailure(ExitCode.InvalidInput, $"--answers: {file} {wrong.Message}", wrong);
        }
    }

    private static IAnalyst Configured(ReportJob job, TimeProvider clock)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables(ServerSettings.EnvironmentPrefix).AddInMemoryCollection(job.Settings).Build();
        try
        {
            return AnalysisSetup.ForCommand(configuration, clock);
        }
        catch (Exception wrong) when (wrong is OptionsValidationException or InvalidOperationException)
        {
            throw new CommandFailure(ExitCode.InvalidInput, wrong is OptionsValidationException all ? string.Join("; ", all.Failures) : wrong.Message, wrong);
        }
    }
}
