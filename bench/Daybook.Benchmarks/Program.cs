using System.Globalization;
using Daybook.Benchmarks;
using Daybook.Benchmarks.Due;
using Daybook.Benchmarks.Load;

// tpl and pdf follow the contract that lets a measurement stand beside others in one run; micro hands its options to BenchmarkDotNet.
switch (args)
{
    case ["tpl", .. var rest]:
        return PeerRun.Measure(rest, TemplateWork.Prepare);
    case ["pdf", .. var rest]:
        return PeerRun.Measure(rest, PdfWork.Prepare);
    case ["pdf-scaling", var workload]:
        return PdfScaling.Run(workload);
    case ["garak-read", var path]:
        return await GarakReading.RunAsync(path, 1);
    case ["garak-read", var path, var runs]:
        return await GarakReading.RunAsync(path, int.Parse(runs, CultureInfo.InvariantCulture));
    case ["garak-generate", var path, var bytes]:
        return await GarakReading.GenerateAsync(path, long.Parse(bytes, CultureInfo.InvariantCulture));
    case ["plan", var schedules]:
        return SchedulePlanning.Run(int.Parse(schedules, CultureInfo.InvariantCulture));
    case ["sweep", var first, var last]:
        return ScheduleSweep.Run(int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture));
    case ["load", .. var rest] when LoadOptions.Parse(rest) is { } options:
        return await LoadRun.RunAsync(options);
    case ["due", var reports, var idle, .. var database]:
        return await DueRun.RunAsync(database.FirstOrDefault(""), int.Parse(reports, CultureInfo.InvariantCulture), int.Parse(idle, CultureInfo.InvariantCulture));
    case ["dispatch", var jobs, .. var database]:
        return await DispatchRun.RunAsync(database.FirstOrDefault(""), int.Parse(jobs, CultureInfo.InvariantCulture));
    case ["catch-up", var schedules, var days, var misfire, .. var database]:
        return await CatchUpRun.RunAsync(database.FirstOrDefault(""), int.Parse(schedules, CultureInfo.InvariantCulture), int.Parse(days, CultureInfo.InvariantCulture), misfire);
    case ["mail-burst", var mails, .. var database]:
        return await MailBurst.RunAsync(int.Parse(mails, CultureInfo.InvariantCulture), isOneReport: false, database.FirstOrDefault(""));
    case ["mail-report", var mails, .. var database]:
        return await MailBurst.RunAsync(int.Parse(mails, CultureInfo.InvariantCulture), isOneReport: true, database.FirstOrDefault(""));
    case ["smtp-sink"]:
        return await MailSink.RunAsync();
    case ["micro", .. var rest]:
        return MicroBenchmarks.Run(rest);
    default:
        Console.Error.WriteLine("Usage: daybook-bench tpl|pdf WORKLOAD.json OUT [--runs N] [--warmup N] | pdf-scaling WORKLOAD.json | garak-generate FILE BYTES | garak-read FILE [RUNS] | plan SCHEDULES | sweep FIRST_YEAR LAST_YEAR | load URL PASSWORD PID [--seconds N] [--connections N] [--generations N] [--soak-hours N] | due REPORTS IDLE_SCHEDULES [DATABASE] | dispatch JOBS [DATABASE] | catch-up SCHEDULES DAYS run_latest|run_all|skip [DATABASE] | mail-burst MAILS [DATABASE] | mail-report MAILS [DATABASE] | smtp-sink | micro [OPTIONS]");
        return 2;
}
