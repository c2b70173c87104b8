using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="HdbscanOptions"/>.</summary>
internal sealed class HdbscanOptionsRules : IValidateOptions<HdbscanOptions>
{
    public ValidateOptionsResult Validate(string? name, HdbscanOptions options) => new FeatureScalingOptionsRules().Validate(name, options.Scaling);
}
