using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="GaussianMixtureOptions"/>.</summary>
internal sealed class GaussianMixtureOptionsRules : IValidateOptions<GaussianMixtureOptions>
{
    public ValidateOptionsResult Validate(string? name, GaussianMixtureOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Start is not null && options.Start.Groups != options.Groups)
        {
            result.AddError(
                FormattableString.Invariant($"The start has {options.Start.Groups} groups, but {nameof(options.Groups)} is {options.Groups}. Give a start of as many."), nameof(options.Start));
        }

        if (options.Start is not null && options.Starts > 1)
        {
            result.AddError(FormattableString.Invariant($"A start is given, so {options.Starts} {nameof(options.Starts)} would all be the same. Set {nameof(options.Starts)} to 1."), nameof(options.Starts));
        }

        result.AddResult(new FeatureScalingOptionsRules().Validate(name, options.Scaling));
        return result.Build();
    }
}
