using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="KMedoidsOptions"/>.</summary>
internal sealed class KMedoidsOptionsRules : IValidateOptions<KMedoidsOptions>
{
    public ValidateOptionsResult Validate(string? name, KMedoidsOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.SampleRows < 2L * options.Groups)
        {
            result.AddError(FormattableString.Invariant($"Samples of {options.SampleRows} rows are too small for {options.Groups} groups. Raise {nameof(options.SampleRows)} to twice {nameof(options.Groups)} or more."), nameof(options.SampleRows));
        }

        if (options.Scaling is not null)
        {
            result.AddResult(new FeatureScalingOptionsRules().Validate(name, options.Scaling));
        }

        return result.Build();
    }
}
