using System.Collections.Immutable;

namespace Daybook.Hosting;

/// <summary>A kind of refusal. Programs tell them apart by <see cref="Code"/>, which never changes.</summary>
internal sealed record ProblemType(string Code, int Status, string Title)
{
    public static readonly ProblemType InvalidRequest = new("invalid_request", 422, "The request has mistakes");
    public static readonly ProblemType InvalidTemplate = new("invalid_template", 422, "The template has mistakes");
    public static readonly ProblemType BadRequest = new("bad_request", 400, "The request cannot be understood");
    public static readonly ProblemType SignInRequired = new("sign_in_required", 401, "Sign in first");
    public static readonly ProblemType SignInFailed = new("sign_in_failed", 401, "Signing in failed");
    public static readonly ProblemType SecondFactorRequired = new("second_factor_required", 401, "A code of the authenticator app is needed");
    public static readonly ProblemType LockedOut = new("locked_out", 429, "Too many failed attempts");
    public static readonly ProblemType NotPermitted = new("not_permitted", 403, "Not permitted");
    public static readonly ProblemType CrossSiteRequest = new("cross_site_request", 403, "The request may come from another site");
    public static readonly ProblemType NotFound = new("not_found", 404, "Not found");
    public static readonly ProblemType MethodNotAllowed = new("method_not_allowed", 405, "Not possible here");
    public static readonly ProblemType AlreadyExists = new("already_exists", 409, "It exists already");
    public static readonly ProblemType NotPossibleNow = new("not_possible_now", 409, "Not possible in its present state");
    public static readonly ProblemType IdempotencyConflict = new("idempotency_conflict", 409, "The key was used for another request");
    public static readonly ProblemType LinkExpired = new("link_expired", 410, "The link is no longer good");
    public static readonly ProblemType StaleEdit = new("stale_edit", 409, "It was changed by someone else");
    public static readonly ProblemType TooLarge = new("too_large", 413, "The request is too large");
    public static readonly ProblemType WrongMediaType = new("wrong_media_type", 415, "The body has another content type");
    public static readonly ProblemType TooManyRequests = new("too_many_requests", 429, "Too many requests");
    public static readonly ProblemType Defect = new("internal_error", 500, "The server made a mistake");
    public static readonly ProblemType StorageUnavailable = new("storage_unavailable", 503, "The database cannot be reached");
    public static readonly ProblemType TookTooLong = new("took_too_long", 503, "It took too long");
    public static readonly ProblemType ProviderUnavailable = new("provider_unavailable", 503, "The sign-in provider cannot be reached");
    public static readonly ProblemType NotReady = new("not_ready", 503, "The server is not ready");
    public static readonly ProblemType Damaged = new("damaged_content", 500, "Kept content is damaged");

    public static ImmutableArray<ProblemType> All { get; } =
    [
        InvalidRequest, InvalidTemplate, BadRequest, SignInRequired, SignInFailed, SecondFactorRequired, LockedOut, NotPermitted, CrossSiteRequest,
        NotFound, MethodNotAllowed, AlreadyExists, NotPossibleNow, IdempotencyConflict, LinkExpired, StaleEdit, TooLarge, WrongMediaType,
        TooManyRequests, Defect, StorageUnavailable, TookTooLong, ProviderUnavailable, NotReady, Damaged,
    ];

    /// <summary>What stands in the answer's <c>type</c>.</summary>
    public string Uri => "urn:daybook:problem:" + Code;
}
