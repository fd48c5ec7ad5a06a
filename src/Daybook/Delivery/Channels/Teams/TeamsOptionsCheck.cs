using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Channels.Teams;

[OptionsValidator]
internal sealed partial class TeamsOptionsCheck : IValidateOptions<TeamsOptions>;
