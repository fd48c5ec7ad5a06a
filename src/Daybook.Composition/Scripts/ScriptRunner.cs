using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Acornima.Ast;
using Jint;
using Jint.Native.Json;
using Jint.Runtime;

namespace Daybook.Composition;

/// <summary>Runs one script in an engine of its own: no .NET, no files, no network, no clock, no chance, and limits on everything else.</summary>
internal sealed class ScriptRunner(ScriptLimits limits)
{
    /// <param name="data">The function's argument.</param>
    /// <param name="now">What the script takes for the present.</param>
    /// <exception cref="CompositionException">The script is wrong, fails or reaches a limit.</exception>
    public ScriptResult Run(TemplateText script, JsonElement data, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var prepared = Prepare(script);
        var name = ScriptFunction.NameIn(prepared.Program!)
            ?? throw new CompositionException(SectionCodes.NoFunction, "The script declares no function; write function calculate(data) { return … }.") { Location = script.Location };
        var console = new ScriptConsole();
        try
        {
            using var engine = new Engine(options => Configure(options, now, cancellationToken));
            ScriptGuards.Apply(engine);
            console.AddTo(engine);
            engine.Execute(prepared);
            var argument = new JsonParser(engine).Parse(data.GetRawText());
            var result = engine.Call(engine.Evaluate(name), argument);
            if (result.IsPromise())
                throw new CompositionException(SectionCodes.ScriptPromise, $"The function {name} is async; it must return its result itself.") { Location = script.Location };
            return new ScriptResult(ScriptJson.Write(result, limits.ResultLength) is { } json && json != "null" ? JsonElement.Parse(json) : null, console.Lines);
        }
        catch (Exception exception) when (Failure(exception, script) is { } failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw failure;
        }
    }

    private static Prepared<Script> Prepare(TemplateText script)
    {
        try
        {
            return Engine.PrepareScript(script.Text);
        }
        catch (ScriptPreparationException exception)
        {
            if (PythonScript.IsPython(script.Text))
                throw new CompositionException(SectionCodes.PythonScript, PythonScript.Advice, exception) { Location = script.Location };
            var (line, column) = exception.InnerException is Acornima.ParseErrorException { LineNumber: > 0 } error ? (error.LineNumber, error.Column + 1) : (1, 1);
            var what = exception.InnerException is Acornima.ParseErrorException parse ? parse.Description : "it cannot be read";
            throw new CompositionException(SectionCodes.ScriptSyntax, $"The script is not valid JavaScript: {what}.", exception) { Location = script.PlaceOf(line, column) };
        }
    }

    private void Configure(Options options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        options.TimeoutInterval(limits.Time).LimitMemory(limits.Memory).MaxStatements(limits.Statements).LimitRecursion(limits.Recursion)
            .CancellationToken(cancellationToken).DisableStringCompilation().Strict();
        options.Constraints.StackOverflowGuard = true;
        options.Constraints.RegexTimeout = limits.Time;
        options.Constraints.MaxArraySize = ScriptGuards.MaxItems;
        options.Interop.Enabled = false;
        options.Culture = CultureInfo.InvariantCulture;
        options.TimeSystem = new FixedClock(now);
    }

    private CompositionException? Failure(Exception exception, TemplateText script) => exception switch
    {
        JavaScriptException error => Thrown(error, script),
        StatementsCountOverflowException => Limit(SectionCodes.ScriptStatements, $"it ran more than {limits.Statements:N0} statements; look for a loop that never ends"),
        TimeoutException or RegexMatchTimeoutException => Limit(SectionCodes.ScriptTime, string.Create(CultureInfo.InvariantCulture, $"it ran longer than {limits.Time.TotalSeconds} seconds; look for a loop or a regular expression that never ends")),
        MemoryLimitExceededException or OutOfMemoryException => Limit(SectionCodes.ScriptMemory, $"it used more than {limits.Memory / (1024 * 1024)} MB of memory, or a list of more than {ScriptGuards.MaxItems:N0} items"),
        RecursionDepthOverflowException or InsufficientExecutionStackException => Limit(SectionCodes.ScriptRecursion, $"its functions called each other more than {limits.Recursion} deep"),
        ScriptLimitException limit => Limit(limit.Code, limit.Message),
        ExecutionCanceledException => Limit(SectionCodes.ScriptTime, "it was stopped because the report was cancelled"),
        _ => null,
    };

    private static CompositionException Limit(string code, string what) => new(code, $"The script was stopped: {what}.");

    private static CompositionException Thrown(JavaScriptException error, TemplateText script)
    {
        var place = script.PlaceOf(error.Location.Start.Line, error.Location.Start.Column + 1);
        if (error.Message.Contains("call stack size", StringComparison.Ordinal))
            return new CompositionException(SectionCodes.ScriptRecursion, "The script was stopped: it nests calls too deeply.", error) { Location = place };
        var hint = error.Message.Split(' ')[0] is var name && error.Message.EndsWith("is not defined", StringComparison.Ordinal) && PythonScript.IsPythonName(name) ? " " + PythonScript.Advice : "";
        return new CompositionException(SectionCodes.ScriptError, $"The script failed: {Shortened(error.Message).TrimEnd('.')}.{hint}", error) { Location = place };
    }

    private static string Shortened(string text) => text.Length <= 300 ? text : string.Concat(text.AsSpan(0, 300), "…");
}
