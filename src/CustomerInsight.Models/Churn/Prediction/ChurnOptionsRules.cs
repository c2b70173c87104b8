using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="ChurnOptions"/>: the rules of the options in it.</summary>
internal sealed class ChurnOptionsRules : IValidateOptions<ChurnOptions>
{
    public ValidateOptionsResult Validate(string? name, ChurnOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Labels is { } labels)
        {
            result.AddResult(new LabelOptionsRules().Validate(name, labels));
        }

        if (options.Features is { Purchases: not null } features)
        {
            result.AddResult(new ActivityFeatureOptionsRules().Validate(name, features));
        }

        if (options.Encoder is { } encoder)
        {
            result.AddResult(new FeatureEncoderOptionsRules().Validate(name, encoder));
        }

        if (options.Boosting is { } boosting)
        {
            result.AddResult(new BoostingOptionsRules().Validate(name, boosting));
        }

        return result.Build();
    }
}
