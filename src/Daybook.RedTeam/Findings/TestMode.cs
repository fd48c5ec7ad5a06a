namespace Daybook.RedTeam;

internal enum TestMode
{
    FullExecution,
    TestExecution,
    Unknown,
}
