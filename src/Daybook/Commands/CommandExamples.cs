using System.CommandLine;

namespace Daybook.Commands;

/// <summary>A command with the examples its help shows, each one a whole command line.</summary>
internal sealed record CommandExamples(Command Command, IReadOnlyList<string> Examples);
