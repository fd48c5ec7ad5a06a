namespace Daybook.Jinja.Execution;

internal sealed class IfStatement((Expression Test, Statement[] Body)[] branches, Statement[] otherwise) : Statement
{
    public override Flow Execute(Frame frame)
    {
        foreach (var (test, body) in branches)
        {
            if (test.IsTrue(frame))
                return ExecuteAll(body, frame);
        }

        return ExecuteAll(otherwise, frame);
    }
}
