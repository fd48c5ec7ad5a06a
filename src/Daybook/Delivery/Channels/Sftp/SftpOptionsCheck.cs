using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Sftp;

[OptionsValidator]
internal sealed partial class SftpOptionsCheck : IValidateOptions<SftpOptions>;
