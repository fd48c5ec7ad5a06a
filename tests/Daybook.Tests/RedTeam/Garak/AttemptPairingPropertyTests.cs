using CsCheck;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Garak;

/// <summary>Attempts of any order and number of copies are paired as a plain list in memory would pair them, however few of them fit into memory.</summary>
public sealed class AttemptPairingPropertyTests
{
    /// <param name="Id">Below 0 for an attempt without a uuid.</param>
    private sealed record Record(int Id, int Seq, string Probe, int Status, int Score, string Prompt)
    {
        public bool HasId => Id >= 0;

        public string Json() =>
            $$"""{"entry_type":"attempt",{{(HasId ? $"\"uuid\":\"u{Id}\",\"seq\":{Seq}," : "")}}"status":{{Status}},"probe_classname":"{{Probe}}","prompt":"{{Prompt}}","outputs":["x"],"detector_results":{{(Status == 2 ? $$"""{"d.D":[{{Score}}]}""" : "{}")}}}""";
    }

    private static readonly Gen<Record> AnyRecord = Gen.Select(
        Gen.Int[-2, 4], Gen.Int[0, 1], Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 1], Gen.Bool,
        (id, seq, isFirst, status, score, isShort) => new Record(id, seq, isFirst ? "demo.A" : "demo.B", status, score, isShort ? "p" : "q"));

    [Fact]
    public Task The_states_of_attempts_are_those_of_a_plain_list() =>
        Gen.Select(AnyRecord.Array[0, 40], AnyRecord.Array[0, 40], Gen.Int[1, 50]).AlwaysAsync(async (first, second, capacity) =>
        {
            string[] lines = [.. GarakCase.Run([.. first.Select(record => record.Json())]), .. SecondRun([.. second.Select(record => record.Json())])];
            var file = GarakCase.File("a.report.jsonl", lines);
            var log = await new GarakLogReader(file, new GarakOptions(), capacity).ReadAsync(CancellationToken.None);

            Assert.Equal(2, log.Runs.Length);
            var states = States(first).Concat(States(second)).ToList();
            Assert.Equal(states, await ReplayAsync(file, log));
            Check(log.Runs[0], first);
            Check(log.Runs[1], second);
        }, iter: 300);

    private static string[] SecondRun(string[] records) =>
    [
        GarakCase.Setup.Replace("\"r1\"", "\"r2\"", StringComparison.Ordinal),
        GarakCase.Init.Replace("\"r1\"", "\"r2\"", StringComparison.Ordinal),
        .. records,
        GarakCase.Completion.Replace("\"r1\"", "\"r2\"", StringComparison.Ordinal),
    ];

    private static void Check(GarakRun run, Record[] records)
    {
        var states = States(records);
        Assert.Equal(states.Count(state => state == AttemptState.Finished), run.Summary.FinishedAttempts);
        Assert.Equal(states.Count(state => state == AttemptState.Unfinished), run.Summary.UnfinishedAttempts);
        Assert.Equal(states.Count(state => state == AttemptState.NeverSent), run.Summary.NeverSentAttempts);
        var counted = records.Where((_, index) => states[index] == AttemptState.Finished).ToList();
        Assert.Equal(counted.Sum(record => record.Score), run.Results.Sum(result => result.Hits));
        Assert.Equal(counted.Count, run.Results.Sum(result => result.Evaluated));
    }

    private static async Task<List<AttemptState>> ReplayAsync(GarakFile file, GarakLog log)
    {
        var states = new List<AttemptState>();
        await using var replay = new LogReplay(file, log, _ => true, new GarakOptions());
        var (line, headers) = (0L, 2);
        while (await replay.NextAsync(CancellationToken.None))
        {
            headers = ReferenceEquals(replay.Run, log.Runs[0]) ? 2 : 5;
            for (; line < replay.LineNumber - headers - 1; line++)
                states.Add(AttemptState.Superseded);
            states.Add(replay.State);
            line++;
        }

        var attempts = log.Entries.GetValueOrDefault("attempt");
        for (; line < attempts; line++)
            states.Add(AttemptState.Superseded);
        return states;
    }

    private static List<AttemptState> States(Record[] records)
    {
        var states = Enumerable.Repeat(AttemptState.Superseded, records.Length).ToList();
        var numbered = records.Select((record, index) => (Record: record, Index: index)).Where(item => item.Record.HasId);
        foreach (var attempt in numbered.GroupBy(item => (item.Record.Id, item.Record.Seq, item.Record.Probe)))
        {
            foreach (var copies in attempt.Where(item => item.Record.Status == 2).GroupBy(item => item.Record))
            {
                foreach (var (_, index) in copies)
                    states[index] = index == copies.First().Index ? AttemptState.Finished : AttemptState.Duplicate;
            }

            if (attempt.All(item => item.Record.Status != 2))
            {
                var told = attempt.FirstOrDefault(item => item.Record.Status == 1, attempt.First());
                states[told.Index] = told.Record.Status == 1 ? AttemptState.Unfinished : AttemptState.NeverSent;
            }
        }

        var open = new List<int>();
        for (var index = 0; index < records.Length; index++)
        {
            var record = records[index];
            if (record.HasId)
                continue;
            states[index] = record.Status switch { 0 => AttemptState.NeverSent, 1 => AttemptState.Unfinished, _ => AttemptState.Finished };
            if (record.Status == 1)
                open.Add(index);
            var closes = record.Status == 2 ? open.FindIndex(earlier => (records[earlier].Probe, records[earlier].Prompt) == (record.Probe, record.Prompt)) : -1;
            if (closes < 0)
                continue;
            states[open[closes]] = AttemptState.Superseded;
            open.RemoveAt(closes);
        }

        return states;
    }
}
