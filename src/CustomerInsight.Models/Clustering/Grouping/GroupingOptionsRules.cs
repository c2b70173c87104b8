using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="GroupingOptions"/>.</summary>
internal sealed class GroupingOptionsRules : IValidateOptions<GroupingOptions>
{
    public ValidateOptionsResult Validate(string? name, GroupingOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        int most = options.Groups ?? options.MostGroups;
        if (options.MinimumCustomers < most)
        {
            result.AddError(
                FormattableString.Invariant($"{nameof(options.MinimumCustomers)} ({options.MinimumCustomers}) is less than the {most} groups that may be asked for. Raise it, or ask for fewer groups."),
                nameof(options.MinimumCustomers));
        }

        if (options.Features.Count == 0)
        {
            result.AddError($"No feature is named. Name some of {nameof(PurchaseFeatures)}.", nameof(options.Features));
        }

        if (options.Phrases.Any(static phrase => phrase is null))
        {
            result.AddError("A phrase is null. Leave it out.", nameof(options.Phrases));
        }

        result.AddResult(new FeatureScalingOptionsRules().Validate(name, options.Scaling));
        return result.Build();
    }
}
