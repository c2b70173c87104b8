using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="DbscanOptions"/>.</summary>
internal sealed class DbscanOptionsRules : IValidateOptions<DbscanOptions>
{
    public ValidateOptionsResult Validate(string? name, DbscanOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!double.IsFinite(options.Radius))
        {
            result.AddError($"{nameof(options.Radius)} is not a finite number. Give a distance above 0 on the scale of the fit.", nameof(options.Radius));
        }

        result.AddResult(new FeatureScalingOptionsRules().Validate(name, options.Scaling));
        return result.Build();
    }
}
