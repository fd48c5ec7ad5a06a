using System.Text;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Daybook.Templates.Blocks;

/// <summary>The block library: blocks of the program, and those that authors keep for other templates.</summary>
internal static class BlockEndpoints
{
    private static readonly TemplatesJson FileJson = new(ApiJson.Plainly(TemplatesJson.Default.Options));

    public static void Map(IEndpointRouteBuilder api)
    {
        var blocks = api.MapGroup("/blocks").For(Role.Author).WithTags("Templates");
        blocks.MapGet("", ListAsync).WithSummary("The blocks of the program, then own and shared ones by name").Refuses(ProblemType.InvalidRequest);
        blocks.MapPost("/import", ImportAsync).WithSummary("Keeps a block; an own one of the same name is replaced").Refuses(ProblemType.InvalidRequest);
        blocks.MapGet("/{blockId}/export", ExportAsync).WithSummary("The block as a file").Produces<JsonElement>(contentType: "application/json").Refuses(ProblemType.InvalidRequest, ProblemType.NotFound);
        blocks.MapDelete("/{blockId:guid}", DeleteAsync).WithSummary("Removes a block; templates that hold a copy keep it").Refuses(ProblemType.NotFound, ProblemType.NotPermitted);
    }

    private static async Task<Ok<IReadOnlyList<BlockContract>>> ListAsync(HttpContext context, Caller caller, Database database, LibraryBlockStore store, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = Page.Of(limit, cursor, context);
        var after = page.Keys(2) ?? ["", ""];
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var found = await store.ListAsync(session, caller, after[0], after[1], page.Limit + 1, cancellationToken).ConfigureAwait(false);
        page.LinkNext(found.Length, () => $"{found[page.Limit - 1].Name}\n{found[page.Limit - 1].Id}");
        // The program's own are few, and stand before the first part.
        var builtIn = page.After is null ? BuiltInBlocks.All : [];
        return TypedResults.Ok<IReadOnlyList<BlockContract>>([.. builtIn.Concat(found.Take(page.Limit)).Select(block => Contract(block, caller))]);
    }

    private static async Task<Ok<BlockSavedContract>> ImportAsync(
        BlockImportRequest request, Caller caller, Database database, LibraryBlockStore store, AuditLog audit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(request.Block is not { ValueKind: JsonValueKind.Object }, "block", "must be an object: the block as it stands in a template", "missing");
        var title = request.Block is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("title", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        var name = check.Line(request.Name ?? title, "name", 255);
        var description = check.OptionalText(request.Description, "description", 2000);
        var category = check.OptionalText(request.Category, "category", 100);
        check.ThrowIfRefused();
        var block = new LibraryBlock
        {
            Id = "", Name = name, Description = description, Category = category, IsShared = request.Shared ?? true, Definition = new Json(BlockText.Normal(request.Block!.Value)),
        };
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var id = await store.SaveAsync(session, block, caller.UserId, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "block.imported", id, null, block.Definition, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new BlockSavedContract(id, "Block imported successfully"));
    }

    private static async Task<FileContentHttpResult> ExportAsync(string blockId, string? format, Caller caller, Database database, LibraryBlockStore store, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        check.Refuse(format is not (null or "json" or "yaml"), "format", "must be json or yaml", "unknown_format");
        check.ThrowIfRefused();
        var block = await FindAsync(blockId, caller, database, store, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Block");
        var definition = JsonElement.Parse(block.Definition.Text);
        if (format == "yaml")
            return TypedResults.File(Encoding.UTF8.GetBytes(BlockText.Yaml(definition)), "application/yaml", $"{blockId}.yaml");
        var file = new BlockImportRequest(block.Name, block.Description, block.Category, block.IsShared, definition);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(file, FileJson.BlockImportRequest), "application/json", $"{blockId}.json");
    }

    private static async Task<Ok<MessageContract>> DeleteAsync(Guid blockId, Caller caller, Database database, LibraryBlockStore store, AuditLog audit, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var block = await store.FindAsync(session, caller, blockId, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Block");
        if (block.OwnerId != caller.Id && !caller.IsAdmin)
            throw new ProblemException(ProblemType.NotPermitted, "Only its owner and administrators may remove a block.");
        await store.DeleteAsync(session, block.Id, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "block.deleted", block.Id, block.Definition, null, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new MessageContract("Block deleted successfully"));
    }

    private static async Task<LibraryBlock?> FindAsync(string id, Caller caller, Database database, LibraryBlockStore store, CancellationToken cancellationToken)
    {
        if (BuiltInBlocks.Find(id) is { } builtIn)
            return builtIn;
        if (!Guid.TryParse(id, out var own))
            return null;
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await store.FindAsync(session, caller, own, cancellationToken).ConfigureAwait(false);
    }

    private static BlockContract Contract(LibraryBlock block, Caller caller)
    {
        var definition = JsonElement.Parse(block.Definition.Text);
        return new BlockContract(
            block.Id, block.Name, block.Description, block.Category, definition.GetProperty("type").GetString()!, block.IsBuiltIn, block.IsShared, block.OwnerName,
            !block.IsBuiltIn && (block.OwnerId == caller.Id || caller.IsAdmin), block.UpdatedAt, definition);
    }
}
