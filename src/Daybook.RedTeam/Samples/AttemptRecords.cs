namespace Daybook.RedTeam;

/// <summary>Writes attempts and hits in the shape of a garak version.</summary>
internal sealed class AttemptRecords(PythonJson json, SampleRun run, string runId, int generations)
{
    private const int Started = 1;
    private const int Complete = 2;

    private bool IsEarly => run.Dialect == GarakDialect.Early;

    public void WriteStarted(SampleAttempt attempt) => Write(attempt, Started);

    public void WriteComplete(SampleAttempt attempt) => Write(attempt, Complete);

    /// <summary>A line of the hitlog.</summary>
    public void WriteHit(SampleAttempt attempt, int output, string detector, decimal score)
    {
        json.Open().Field("goal", attempt.Probe.Goal).Name("prompt");
        Prompt(attempt);
        json.Name("output");
        Output(attempt.Outputs[output]);
        json.Field(IsEarly ? "trigger" : "triggers", null)
            .Name("score").Value(score)
            .Field("run_id", runId)
            .Field("attempt_id", attempt.Uuid)
            .Field("attempt_seq", attempt.Seq)
            .Field("attempt_idx", output)
            .Field("generator", $"{run.Target.Type} {run.Target.Name}")
            .Field("probe", attempt.Probe.Name)
            .Field("detector", detector)
            .Field("generations_per_prompt", generations)
            .Close()
            .EndLine();
    }

    private void Write(SampleAttempt attempt, int status)
    {
        json.Open()
            .Field("entry_type", "attempt")
            .Field("uuid", attempt.Uuid)
            .Field("seq", attempt.Seq)
            .Field("status", status)
            .Field("probe_classname", attempt.Probe.Name)
            .Empty("probe_params", '{', '}')
            .Empty("targets", '[', ']')
            .Name("prompt");
        Prompt(attempt);
        json.Name("outputs").Open('[');
        foreach (var output in attempt.Outputs)
            Output(output);
        json.Close(']').Name("detector_results").Open();
        if (status == Complete)
            Scores(attempt);
        json.Close().Empty("notes", '{', '}').Field("goal", attempt.Probe.Goal).Name(IsEarly ? "messages" : "conversations").Open('[');
        foreach (var output in attempt.Outputs)
            History(attempt, output);
        json.Close(']');
        if (!IsEarly)
            json.Empty("reverse_translation_outputs", '[', ']');
        json.Close().EndLine();
    }

    private void Scores(SampleAttempt attempt)
    {
        Scores(attempt.Probe.Primary, attempt.Scores);
        if (attempt.Probe.Extended is { } extended)
            Scores(extended, attempt.ExtendedScores);
    }

    private void Scores(string detector, IEnumerable<decimal?> scores)
    {
        json.Name(detector).Open('[');
        foreach (var score in scores)
            json.Value(score);
        json.Close(']');
    }

    private void Prompt(SampleAttempt attempt)
    {
        if (IsEarly)
        {
            json.Value(attempt.Prompt);
            return;
        }

        json.Open().Name("turns").Open('[');
        Turn("user", attempt.Prompt);
        json.Close(']').Empty("notes", '{', '}').Close();
    }

    private void Output(string? text)
    {
        if (IsEarly || text is null)
            json.Value(text);
        else
            Message(text);
    }

    /// <summary>The conversation that led to one output.</summary>
    private void History(SampleAttempt attempt, string? output)
    {
        if (IsEarly)
        {
            json.Open('[').Open().Field("role", "user").Field("content", attempt.Prompt).Close();
            json.Open().Field("role", "assistant").Field("content", output).Close().Close(']');
            return;
        }

        json.Open().Name("turns").Open('[');
        Turn("user", attempt.Prompt);
        Turn("assistant", output);
        json.Close(']').Empty("notes", '{', '}').Close();
    }

    private void Turn(string role, string? text)
    {
        json.Open().Field("role", role).Name("content");
        if (text is null)
            json.Value((string?)null);
        else
            Message(text);
        json.Close();
    }

    private void Message(string text) => json.Open()
        .Field("text", text)
        .Field("lang", "en")
        .Field("data_path", null)
        .Field("data_type", null)
        .Field("data_checksum", null)
        .Empty("notes", '{', '}')
        .Close();
}
