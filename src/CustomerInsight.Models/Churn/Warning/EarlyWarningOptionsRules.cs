using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="EarlyWarningOptions"/>.</summary>
internal sealed class EarlyWarningOptionsRules : IValidateOptions<EarlyWarningOptions>
{
    public ValidateOptionsResult Validate(string? name, EarlyWarningOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.MinimumBaselinePeriods > options.BaselinePeriods)
        {
            result.AddError(FormattableString.Invariant($"{options.MinimumBaselinePeriods} is more than {nameof(options.BaselinePeriods)} ({options.BaselinePeriods}), so nobody could be watched. Lower {nameof(options.MinimumBaselinePeriods)} or raise {nameof(options.BaselinePeriods)}."), nameof(options.MinimumBaselinePeriods));
        }

        foreach (string type in options.ActivityTypes.Intersect(options.ComplaintTypes, StringComparer.Ordinal))
        {
            result.AddError($"Activities of type '{type}' are to count as activity and as complaint. Name the type in one of the two.", nameof(options.ComplaintTypes));
        }

        return result.Build();
    }
}
