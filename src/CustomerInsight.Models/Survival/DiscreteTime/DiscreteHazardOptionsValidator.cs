using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

[OptionsValidator]
internal sealed partial class DiscreteHazardOptionsValidator : IValidateOptions<DiscreteHazardOptions>;
