using System.Globalization;
using System.Text;
using Daybook.Input;
using Daybook.Schedules.TimeZones;

namespace Daybook.Calendars.Ics;

/// <summary>Reads the holidays of an ICS file (RFC 5545). A file that is cut off or too large is refused whole.</summary>
internal sealed class IcsReader
{
    /// <summary>Components inside each other; a calendar needs three.</summary>
    private const int MaxDepth = 8;

    /// <summary>What to do about a file that is too large.</summary>
    public const string Smaller = "export fewer years";

    private const string NotDamaged = "the file is damaged; export it again";

    private readonly FieldProblems _problems = new();
    private readonly List<IcsEvent> _events = [];
    private readonly IcsOptions _options;
    private readonly TimeZoneData _zones;
    private string? _name;

    private IcsReader(IcsOptions options, TimeZoneData zones) => (_options, _zones) = (options, zones);

    public static string TooLarge(long bytes, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"the file has {bytes:N0} bytes; at most {most:N0} are read");

    /// <returns>Problems have the path <c>line N</c>.</returns>
    public static Reading<IcsCalendar> Read(ReadOnlySpan<byte> file, IcsOptions options, TimeZoneData zones)
    {
        var reader = new IcsReader(options, zones);
        IcsCalendar? calendar = null;
        if (file.Length > options.MaxBytes)
            reader._problems.Error("", TooLarge(file.Length, options.MaxBytes), Smaller);
        else if (reader.Components(Encoding.UTF8.GetString(file)))
            calendar = new IcsExpansion(options, reader._problems).Of(reader._name, reader._events);
        return new Reading<IcsCalendar>(reader._problems.HasErrors ? null : calendar, reader._problems.ToImmutable());
    }

    private bool Components(string text)
    {
        var open = new Stack<(string Name, int Line)>();
        var lines = new List<IcsLine>();
        var hasCalendar = false;
        foreach (var (content, number) in IcsLines.Unfold(text))
        {
            if (IcsLine.Parse(content, number) is not { } line)
            {
                if (content.Trim().Length > 0 && !hasCalendar)
                    break;
                if (content.Trim().Length > 0)
                    _problems.Warning($"line {number}", "a line without a colon was passed over");
                continue;
            }

            if (line.Name == "BEGIN")
            {
                open.Push((line.Value.Trim().ToUpperInvariant(), number));
                hasCalendar |= open is { Count: 1 } && open.Peek().Name == "VCALENDAR";
                if (!hasCalendar)
                    break;
                if (open.Count > MaxDepth)
                    return Refuse(number, $"more than {MaxDepth} components inside each other", NotDamaged);
                if (open.Peek().Name == "VEVENT")
                    lines.Clear();
            }
            else if (line.Name == "END")
            {
                if (!open.TryPop(out var begun) || !begun.Name.Equals(line.Value.Trim(), StringComparison.OrdinalIgnoreCase))
                    return Refuse(number, $"END:{IcsLines.Text(line.Value)} has no BEGIN", NotDamaged);
                if (begun.Name == "VEVENT" && !Event(lines, begun.Line))
                    return false;
            }
            else if (open.TryPeek(out var inside) && inside.Name == "VEVENT")
            {
                lines.Add(line);
            }
            else if (open.Count == 1 && line.Name == "X-WR-CALNAME")
            {
                _name = IcsLines.Text(line.Value);
            }
        }

        if (!hasCalendar)
            return Refuse(1, "this is no ICS calendar: it does not begin with BEGIN:VCALENDAR", "choose the file that a calendar program exports as .ics");
        return !open.TryPeek(out var last) || Refuse(last.Line, $"the file ends inside the {last.Name} that begins here; it may be cut off", "export it again and send it whole");
    }

    private bool Event(List<IcsLine> lines, int start)
    {
        if (IcsEventReader.Read(lines, start, _zones, _problems) is { } read)
            _events.Add(read);
        return _events.Count <= _options.MaxDates || Refuse(start, string.Create(CultureInfo.InvariantCulture, $"more than {_options.MaxDates:N0} events"), Smaller);
    }

    private bool Refuse(int line, string message, string? advice = null)
    {
        _problems.Error($"line {line}", message, advice);
        return false;
    }
}
