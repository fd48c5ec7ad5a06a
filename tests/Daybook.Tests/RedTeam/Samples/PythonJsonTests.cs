using System.Buffers;
using System.Text;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Samples;

public sealed class PythonJsonTests
{
    [Theory]
    [InlineData(false, "{\"a\": [1, 1.0, 0.83, null, true, {}], \"é\\n\\\"\\\\\\u0007</\": \"→\"}\n")]
    [InlineData(true, "{\"a\": [1, 1.0, 0.83, null, true, {}], \"\\u00e9\\n\\\"\\\\\\u0007</\": \"\\u2192\"}\n")]
    public void Text_is_written_as_python_writes_it(bool asciiOnly, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        var json = new PythonJson(output, asciiOnly);
        json.Open().Name("a").Open('[').Value(1).Value(1.0m).Value(0.83m).Value((decimal?)null).Value(true).Open().Close().Close(']');
        json.Field("é\n\"\\\a</", "→").Close().EndLine();

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
