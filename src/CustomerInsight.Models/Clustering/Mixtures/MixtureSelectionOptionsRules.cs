using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="MixtureSelectionOptions"/>.</summary>
internal sealed class MixtureSelectionOptionsRules : IValidateOptions<MixtureSelectionOptions>
{
    public ValidateOptionsResult Validate(string? name, MixtureSelectionOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.FewestGroups > options.MostGroups)
        {
            result.AddError(
                FormattableString.Invariant($"{nameof(options.FewestGroups)} ({options.FewestGroups}) is more than {nameof(options.MostGroups)} ({options.MostGroups}), so no mixture could be tried. Lower the one or raise the other."),
                nameof(options.FewestGroups));
        }

        if (options.Covariances.Count == 0 || options.Covariances.Any(static kind => !Enum.IsDefined(kind)) || options.Covariances.Distinct().Count() < options.Covariances.Count)
        {
            result.AddError($"No shape is named, one twice, or one that is none. Name some of {nameof(CovarianceKind)}.", nameof(options.Covariances));
        }

        if (options.Mixture?.Start is not null)
        {
            result.AddError("A start has one number of groups, but several are tried. Leave it out.", nameof(options.Mixture));
        }

        result.AddResult(new FeatureScalingOptionsRules().Validate(name, options.Mixture?.Scaling));
        return result.Build();
    }
}
