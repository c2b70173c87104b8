using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="KMeansOptions"/>.</summary>
internal sealed class KMeansOptionsRules : IValidateOptions<KMeansOptions>
{
    public ValidateOptionsResult Validate(string? name, KMeansOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Scaling is not null)
        {
            result.AddResult(new FeatureScalingOptionsRules().Validate(name, options.Scaling));
        }

        if (options.Start is { } start && (start.Rows == 0 || start.Values.IndexOfAnyExceptInRange(-FeatureRows.Largest, FeatureRows.Largest) >= 0))
        {
            result.AddError("The start has no centre, or one with a feature that is missing, infinite or above 1e150 in size. Give one complete row for each group.", nameof(options.Start));
        }

        return result.Build();
    }
}
