using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="ActivityFeatureOptions"/>.</summary>
internal sealed class ActivityFeatureOptionsRules : IValidateOptions<ActivityFeatureOptions>
{
    public ValidateOptionsResult Validate(string? name, ActivityFeatureOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Purchases is not null)
        {
            result.AddResult(new PurchaseOptionsRules().Validate(name, options.Purchases));
        }

        if (options.Types is not null && (options.Types.Any(string.IsNullOrWhiteSpace) || options.Types.Distinct(StringComparer.Ordinal).Count() < options.Types.Count || options.Types.Contains(ActivityTypes.Purchase)))
        {
            result.AddError($"A type of activity has no name, is given twice or is '{ActivityTypes.Purchase}', of which there are traits in any case. Leave it out.", nameof(options.Types));
        }

        if (options.FittedPurchaseModel is PurchaseModelKind kind && !Enum.IsDefined(kind))
        {
            result.AddError(FormattableString.Invariant($"{(int)kind} is no kind of purchase model. Use one of {nameof(PurchaseModelKind)}."), nameof(options.FittedPurchaseModel));
        }

        if (options.FittedPurchaseModel is not null && options.PurchaseModel is not null)
        {
            result.AddError("A purchase model is given and one is to be fitted, but there is one pair of traits. Set one of the two.", nameof(options.FittedPurchaseModel));
        }

        return result.Build();
    }
}
