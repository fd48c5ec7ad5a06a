using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Daybook.Telemetry;

/// <summary>The road as tracing and metrics tools see it: a span and a duration for each stage of each thing. Ids and counts only; never a text of a report.</summary>
internal static class Road
{
    /// <summary>Of the source of spans and of the meter.</summary>
    public const string Name = "Daybook";

    /// <summary>A schedule's due moments are planned and begun.</summary>
    public const string Schedule = "schedule";

    /// <summary>One report, around its stages.</summary>
    public const string Report = "report";

    public const string Collect = "collect";
    public const string Compose = "compose";

    /// <summary>One question to an AI model, with all its tries.</summary>
    public const string Analyze = "analyze";

    /// <summary>One format of a report.</summary>
    public const string Export = "export";

    /// <summary>One message to one recipient.</summary>
    public const string Deliver = "deliver";

    public static readonly ActivitySource Source = new(Name);
    public static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> StageDuration = Meter.CreateHistogram<double>("daybook.stage.duration", "s", "How long stages take.");

    private static readonly Counter<long> TakeOvers = Meter.CreateCounter<long>("daybook.lease.take_overs", null, "Work taken over from a node that fell silent.");

    /// <param name="of">What was taken over, such as <see cref="Report"/>.</param>
    /// <param name="count">Of these, now; often none.</param>
    public static void TakenOver(string of, long count)
    {
        if (count > 0)
            TakeOvers.Add(count, new KeyValuePair<string, object?>("of", of));
    }

    /// <summary>Begins a stage; it ends when the result is disposed.</summary>
    /// <param name="stage">One of the words of this class.</param>
    public static StageSpan Begin(string stage) => new(stage, Source.StartActivity(stage));
}
