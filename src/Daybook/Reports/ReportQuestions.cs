using Daybook.Accounts;
using Daybook.Composition;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Reports;

/// <summary>Asks conditions about reports that are made. What cannot be answered is never taken for true or false.</summary>
internal sealed class ReportQuestions(Database database, ReportStore reports, ContentStore contents, TimeProvider clock)
{
    private readonly ReportCondition _conditions = new(new ComposerOptions { Time = clock });

    /// <param name="expression">A Jinja expression over the report's data.</param>
    /// <param name="name">What the condition is called in sentences.</param>
    /// <returns>Null, with a sentence, where there is no answer.</returns>
    public async Task<(bool? Answer, string? Problem)> AskAsync(string expression, string name, ReportId report, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            var stored = await reports.FindAsync(session, Caller.Server, report, cancellationToken).ConfigureAwait(false);
            if (stored?.SnapshotSha256 is not { } sha256)
                return (null, $"{name} needs the data of the report, which is gone.");
            var template = TemplateInput.Require(TemplateCatalog.ReadText(stored.TemplateSnapshot.Text, "template.json"));
            var snapshot = SnapshotJson.Read(await contents.ReadAsync(session, sha256, cancellationToken).ConfigureAwait(false));
            var request = ReportInputs.Parse(stored.Inputs.Text).Request(template) with { Snapshot = snapshot };
            return (_conditions.IsTrue(expression, request, cancellationToken), null);
        }
        catch (CompositionException failure)
        {
            return (null, $"{name} cannot be answered. {failure.Message}");
        }
        catch (DamagedContentException damage)
        {
            return (null, $"{name} cannot be answered: {damage.Message}.");
        }
    }
}
