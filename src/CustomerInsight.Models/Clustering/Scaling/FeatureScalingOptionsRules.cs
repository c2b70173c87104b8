using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="FeatureScalingOptions"/>.</summary>
internal sealed class FeatureScalingOptionsRules : IValidateOptions<FeatureScalingOptions>
{
    /// <remarks>Of options that are null nothing is said here: that they are required, the options around them say.</remarks>
    public ValidateOptionsResult Validate(string? name, FeatureScalingOptions? options)
    {
        if (options is null)
        {
            return ValidateOptionsResult.Success;
        }

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
