using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Folder;

[OptionsValidator]
internal sealed partial class FolderOptionsCheck : IValidateOptions<FolderOptions>;
