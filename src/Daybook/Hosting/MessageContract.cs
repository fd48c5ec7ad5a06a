namespace Daybook.Hosting;

/// <summary>An answer that only says that something was done.</summary>
internal sealed record MessageContract(string Message);
