using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="FeatureEncoderOptions"/>.</summary>
internal sealed class FeatureEncoderOptionsRules : IValidateOptions<FeatureEncoderOptions>
{
    public ValidateOptionsResult Validate(string? name, FeatureEncoderOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!(options.LogarithmFromSkewness > 0))
        {
            result.AddError(FormattableString.Invariant($"{options.LogarithmFromSkewness} is no skewness above 0. Give 2 for numbers of which few are far above the rest, or infinity for no logarithms."), nameof(options.LogarithmFromSkewness));
        }

        foreach (string trait in options.LeaveOut.Intersect(options.Keep, StringComparer.Ordinal))
        {
            result.AddError($"The trait '{trait}' is to be left out and to be kept. Name it in one of the two.", nameof(options.Keep));
        }

        return result.Build();
    }
}
