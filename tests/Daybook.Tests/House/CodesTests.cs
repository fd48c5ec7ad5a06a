using System.Text.RegularExpressions;

namespace Daybook.Tests.House;

/// <summary>Codes are constants of classes named <c>…Codes</c>, which the tests of the reference pages enumerate.</summary>
public sealed partial class CodesTests
{
    [Fact]
    public void No_error_note_or_log_entry_is_made_with_a_code_that_stands_in_no_list()
    {
        var files = Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories);
        Assert.Empty(files.SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
    }

    [Theory]
    [InlineData("throw new DataSourceException(\"no_such_file\", $\"…\")")]
    [InlineData("new LogEntry(LogLevel.Info, id, \"disabled\", \"It is off.\")")]
    [InlineData("reader.Add(\"bad_setting\", $\"…\")")]
    [InlineData("private static CompositionException Bad(string what) => new(\"bad_cards\", $\"…\")")]
    public void A_literal_code_is_found(string source) => Assert.Matches(Literal(), source);

    [GeneratedRegex("""(?:(?:DataSourceException|CompositionException|ScriptLimitException|DataNote|DatasetFailure|Diagnostic|LogEntry)\((?:[\w.]+, )*|(?:reader\.|\b)Add\(|(?:DataSourceException|CompositionException) \w+\([^)]*\) =>\s*new\(\s*|yield return new\(\s*|\bLimit\(|\bBad\()"[a-z]+(?:_[a-z]+)*",\s*(?:\$|string\.|record|"[^"]* )""")]
    private static partial Regex Literal();
}
