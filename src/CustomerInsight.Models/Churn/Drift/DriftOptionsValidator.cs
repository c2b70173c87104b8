using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

[OptionsValidator]
internal sealed partial class DriftOptionsValidator : IValidateOptions<DriftOptions>;
