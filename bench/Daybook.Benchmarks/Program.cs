using System.Globalization;
using Daybook.Benchmarks;

switch (args)
{
    case ["garak-read", var path]:
        return await GarakReading.RunAsync(path, 1);
    case ["garak-read", var path, var runs]:
        return await GarakReading.RunAsync(path, int.Parse(runs, CultureInfo.InvariantCulture));
    case ["garak-generate", var path, var bytes]:
        return await GarakReading.GenerateAsync(path, long.Parse(bytes, CultureInfo.InvariantCulture));
    default:
        Console.Error.WriteLine("Usage: daybook-bench garak-generate FILE BYTES | garak-read FILE [RUNS]");
        return 2;
}
