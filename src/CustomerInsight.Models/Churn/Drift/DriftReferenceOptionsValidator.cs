using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

[OptionsValidator]
internal sealed partial class DriftReferenceOptionsValidator : IValidateOptions<DriftReferenceOptions>;
