namespace Daybook.RedTeam;

public enum TestMode
{
    FullExecution,
    TestExecution,
    Unknown,
}
