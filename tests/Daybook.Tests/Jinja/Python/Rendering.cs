using Daybook.Jinja;
using Daybook.Jinja.Execution;

namespace Daybook.Tests.Jinja.Python;

/// <summary>A rendering in progress, for calling filters, tests and methods without a template.</summary>
internal static class Rendering
{
    public static RenderState State(AutoescapeMode mode = AutoescapeMode.None) => new(
        new JinjaEnvironment(),
        new EvalContext(mode),
        new RenderBudget(new RenderLimits(), TimeProvider.System, CancellationToken.None),
        new OutputBuffer(1_000_000));
}
