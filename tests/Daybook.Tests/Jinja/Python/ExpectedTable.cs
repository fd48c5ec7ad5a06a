using System.Runtime.CompilerServices;
using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Tests.Jinja.Python;

/// <summary>Tables of what Python does: tab-separated, the last column is <c>repr(result)</c> or <c>Kind: message</c> of the exception.</summary>
internal static class ExpectedTable
{
    /// <summary>Checks every row and reports all that differ at once.</summary>
    public static void Check(string fileName, Func<string[], object?> evaluate, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "tables", fileName);
        var rows = File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        Assert.NotEmpty(rows);
        var wrong = rows.Select(row => (row, actual: Outcome(() => evaluate(row)))).Where(outcome => outcome.actual != outcome.row[^1])
            .Select(outcome => $"{string.Join(" ", outcome.row[..^1])}\n  expected {outcome.row[^1]}\n  actual   {outcome.actual}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {rows.Count} rows differ:\n{string.Join("\n", wrong)}");
    }

    private static string Outcome(Func<object?> evaluate)
    {
        try
        {
            return PyText.Repr(evaluate());
        }
        catch (PyException failure)
        {
            return $"{failure.Kind}: {failure.Message}";
        }
        catch (JinjaException failure)
        {
            return $"{failure.Error.Kind}: {failure.Error.Message}";
        }
    }
}
