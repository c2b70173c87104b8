using Microsoft.Extensions.Options;

namespace CustomerInsight;

[OptionsValidator]
internal sealed partial class InsightOptionsValidator : IValidateOptions<InsightOptions>;
