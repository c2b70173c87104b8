using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="FeatureScalingOptions"/>.</summary>
internal sealed class FeatureScalingOptionsRules : IValidateOptions<FeatureScalingOptions>
{
    public ValidateOptionsResult Validate(string? name, FeatureScalingOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        foreach ((string column, FeatureTransform transform) in options.Columns)
        {
            if (!Enum.IsDefined(transform))
            {
                result.AddError(FormattableString.Invariant($"The transform of '{column}' is {(int)transform}, which is none. Use one of {nameof(FeatureTransform)}."), nameof(options.Columns));
            }
        }

        return result.Build();
    }
}
