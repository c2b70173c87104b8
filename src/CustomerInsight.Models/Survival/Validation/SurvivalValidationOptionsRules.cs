using System.Globalization;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

internal sealed class SurvivalValidationOptionsRules : IValidateOptions<SurvivalValidationOptions>
{
    public ValidateOptionsResult Validate(string? name, SurvivalValidationOptions options) =>
        options.Horizon is null || (options.Horizon > 0 && double.IsFinite(options.Horizon.Value))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(string.Create(
                CultureInfo.InvariantCulture, $"{nameof(options.Horizon)} is {options.Horizon}, but scores need a finite time above 0. Set one, or null for a time that suits the data."));
}
