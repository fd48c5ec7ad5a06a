using System.Reflection;
using Daybook.Composition;
using Daybook.Tests.Commands;

namespace Daybook.Tests.Composition.Templates;

public class ErrorReferenceTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_is_explained_with_a_message_that_it_really_has(string code)
    {
        var message = ErrorExamples.All[code]().First(diagnostic => diagnostic.Code == code).Message;

        Assert.True(ErrorPage.Messages.TryGetValue(code, out var example), $"docs/reference/errors.md has no row for {code}");
        Assert.Equal(message, example);
    }
}
