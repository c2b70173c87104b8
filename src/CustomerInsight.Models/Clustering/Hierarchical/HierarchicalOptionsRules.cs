using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="HierarchicalOptions"/>.</summary>
internal sealed class HierarchicalOptionsRules : IValidateOptions<HierarchicalOptions>
{
    public ValidateOptionsResult Validate(string? name, HierarchicalOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.CutHeight is double.NaN)
        {
            result.AddError($"{nameof(options.CutHeight)} is not a number. Give a height of at least 0, or null to cut by {nameof(options.Groups)}.", nameof(options.CutHeight));
        }

        result.AddResult(new FeatureScalingOptionsRules().Validate(name, options.Scaling));
        return result.Build();
    }
}
