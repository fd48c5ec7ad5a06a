namespace Daybook.Tests.Server;

/// <summary>What one route of the server is tried with.</summary>
/// <param name="Route">Method and pattern, as the server has them.</param>
/// <param name="LowestRole">Who may call it; <c>anonymous</c> for everybody.</param>
/// <param name="Good">A call that succeeds, made by somebody of that role.</param>
internal sealed record RouteCase(string Route, string LowestRole, Func<Site, Task<Call>> Good)
{
    public HttpMethod Method => new(Route.Split(' ')[0]);

    public string Pattern => Route.Split(' ')[1];

    /// <summary>The status of <see cref="Good"/>; null for any that means success.</summary>
    public int? GoodStatus { get; init; }

    /// <summary>A call whose body or query is wrong; null for a route that takes neither.</summary>
    public Call? Bad { get; init; }

    /// <summary>The status of <see cref="Bad"/>.</summary>
    public int BadStatus { get; init; } = 422;

    /// <summary>True for a call that makes what is not there yet, so that there is nothing to miss.</summary>
    public bool MakesMissing { get; init; }

    /// <summary>False for a thing that everybody of the role may reach, whoever made it.</summary>
    public bool IsPrivate { get; init; } = true;

    /// <summary>Whether it answers people with pages, also where something is wrong.</summary>
    public bool IsPage { get; init; }

    public override string ToString() => Route;
}
