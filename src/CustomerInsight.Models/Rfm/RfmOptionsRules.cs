using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="RfmOptions"/>.</summary>
internal sealed class RfmOptionsRules : IValidateOptions<RfmOptions>
{
    public ValidateOptionsResult Validate(string? name, RfmOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Bins is < 2 or > 10)
        {
            // The other validator says so; the checks below have no meaning then.
            return result.Build();
        }

        if (options.MinimumCustomers < options.Bins)
        {
            result.AddError(
                FormattableString.Invariant($"{options.MinimumCustomers} is less than {nameof(options.Bins)} ({options.Bins}), so bins would stay empty. Raise {nameof(options.MinimumCustomers)} or lower {nameof(options.Bins)}."),
                nameof(options.MinimumCustomers));
        }

        if (options.Segments.Any(static rule => rule is null || string.IsNullOrWhiteSpace(rule.Name)))
        {
            result.AddError("A segment rule has no name. Give each rule one.", nameof(options.Segments));
        }
        else if (new SegmentRules(options.Segments).FindGap(options.Bins) is RfmCell gap)
        {
            result.AddError($"No rule matches the scores {gap} (recency-frequency-monetary), so such customers would have no segment. Add a last rule without bounds.", nameof(options.Segments));
        }

        return result.Build();
    }
}
