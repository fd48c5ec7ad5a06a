using System.Text;
using Daybook.Jinja.Methods;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Globals;

/// <summary><c>lipsum()</c>: paragraphs of filler text, made of the rendering's random numbers.</summary>
internal sealed class LoremIpsum(Random random)
{
    private const string Latin =
        "a ac accumsan ad adipiscing aenean aliquam aliquet amet ante aptent arcu at auctor augue bibendum blandit class commodo "
        + "condimentum congue consectetuer consequat conubia convallis cras cubilia cum curabitur curae cursus dapibus diam dictum "
        + "dictumst dignissim dis dolor donec dui duis egestas eget eleifend elementum elit enim erat eros est et etiam eu euismod "
        + "facilisi facilisis fames faucibus felis fermentum feugiat fringilla fusce gravida habitant habitasse hac hendrerit "
        + "hymenaeos iaculis id imperdiet in inceptos integer interdum ipsum justo lacinia lacus laoreet lectus leo libero ligula "
        + "litora lobortis lorem luctus maecenas magna magnis malesuada massa mattis mauris metus mi molestie mollis montes morbi "
        + "mus nam nascetur natoque nec neque netus nibh nisi nisl non nonummy nostra nulla nullam nunc odio orci ornare "
        + "parturient pede pellentesque penatibus per pharetra phasellus placerat platea porta porttitor posuere potenti praesent "
        + "pretium primis proin pulvinar purus quam quis quisque rhoncus ridiculus risus rutrum sagittis sapien scelerisque sed "
        + "sem semper senectus sit sociis sociosqu sodales sollicitudin suscipit suspendisse taciti tellus tempor tempus tincidunt "
        + "torquent tortor tristique turpis ullamcorper ultrices ultricies urna ut varius vehicula vel velit venenatis vestibulum "
        + "vitae vivamus viverra volutpat vulputate";

    private static readonly string[] Words = Latin.Split(' ');

    private static readonly Signature Parameters = Signature.Of("generate_lorem_ipsum", [], ("n", 5L), ("html", true), ("min", 20L), ("max", 100L));

    /// <summary><c>lipsum(n=5, html=True, min=20, max=100)</c>: so many paragraphs of so many words.</summary>
    public static object Make(RenderState state, Arguments arguments)
    {
        var given = Parameters.Bind(arguments);
        var (count, least, most) = (Given.Integer(given[0]), Given.Integer(given[2]), Given.Integer(given[3]));
        if (count > 0 && least >= most)
            throw PyErrors.Value($"empty range for randrange() ({least}, {most}, {most - least})");
        var source = new LoremIpsum(state.Random);
        var paragraphs = new List<string>();
        for (var i = 0L; i < count; i++)
        {
            var words = state.Random.NextInt64(least, most);
            state.Reserve(words);
            paragraphs.Add(source.Paragraph(words, state));
        }

        return PyTruth.IsTrue(given[1])
            ? Escaper.Html.Mark(string.Join('\n', paragraphs.Select(static paragraph => $"<p>{paragraph}</p>")))
            : string.Join("\n\n", paragraphs);
    }

    private string Paragraph(long length, RenderState state)
    {
        var output = new StringBuilder();
        var (lastComma, lastStop, startsSentence) = (0L, 0L, true);
        var last = "";
        for (var index = 0L; index < length; index++)
        {
            state.Step();
            last = WordAfter(last);
            if (index > 0)
                output.Append(' ');
            output.Append(startsSentence ? CaseMapping.Capitalize(last) : last);
            startsSentence = false;
            if (index - random.Next(3, 8) > lastComma)
            {
                lastComma = index;
                lastStop += 2;
                output.Append(',');
            }

            if (index - random.Next(10, 20) > lastStop)
            {
                lastComma = lastStop = index;
                output.Append('.');
                startsSentence = true;
            }
        }

        return output.ToString().TrimEnd(',').TrimEnd('.') + ".";
    }

    private string WordAfter(string last)
    {
        var word = last;
        while (word == last)
            word = Words[random.Next(Words.Length)];
        return word;
    }
}
