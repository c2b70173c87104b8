using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

[OptionsValidator]
internal sealed partial class ValidationOptionsValidator : IValidateOptions<ValidationOptions>;
