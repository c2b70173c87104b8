using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>What no attribute can say about <see cref="RfmOptions"/>.</summary>
internal sealed class RfmOptionsRules : IValidateOptions<RfmOptions>
{
    public ValidateOptionsResult Validate(string? name, RfmOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        CheckEnums(options, result);
        CheckCuts(result, nameof(options.RecencyCuts), options.RecencyCuts, nameof(options.RecencyBins), options.RecencyBins);
        CheckCuts(result, nameof(options.FrequencyCuts), options.FrequencyCuts, nameof(options.FrequencyBins), options.FrequencyBins);
        CheckCuts(result, nameof(options.MonetaryCuts), options.MonetaryCuts, nameof(options.MonetaryBins), options.MonetaryBins);
        RfmBins bins = options.AllBins;
        if (!bins.IsValid)
        {
            // The other validator, or a cut above, says so; the checks below have no meaning then.
            return result.Build();
        }

        int most = Math.Max(bins.Recency, Math.Max(bins.Frequency, bins.Monetary));
        if (options.MinimumCustomers < most)
        {
            result.AddError(
                FormattableString.Invariant($"{options.MinimumCustomers} is less than {nameof(options.Bins)} ({most}), so bins would stay empty. Raise {nameof(options.MinimumCustomers)} or lower {nameof(options.Bins)}."),
                nameof(options.MinimumCustomers));
        }

        if (options.Segments.Any(static rule => rule is null || string.IsNullOrWhiteSpace(rule.Name)))
        {
            result.AddError("A segment rule has no name. Give each rule one.", nameof(options.Segments));
        }
        else if (new RfmSegmentRules(options.Segments).FindGap(bins) is RfmCell gap)
        {
            result.AddError($"No rule matches the scores {gap} (recency-frequency-monetary), so such customers would have no segment. Add a last rule without bounds.", nameof(options.Segments));
        }

        return result.Build();
    }

    private static void CheckEnums(RfmOptions options, ValidateOptionsResultBuilder result)
    {
        if (!Enum.IsDefined(options.Method))
        {
            result.AddError($"{options.Method} is none of the methods. Choose one of {string.Join(", ", Enum.GetNames<BinMethod>())}.", nameof(options.Method));
        }

        if (!Enum.IsDefined(options.Ties))
        {
            result.AddError($"{options.Ties} is none of the policies. Choose one of {string.Join(", ", Enum.GetNames<TiePolicy>())}.", nameof(options.Ties));
        }
    }

    private static void CheckCuts(ValidateOptionsResultBuilder result, string name, ValueList<double> cuts, string binsName, int? bins)
    {
        if (cuts.Count >= RfmBins.Most)
        {
            result.AddError(FormattableString.Invariant($"There are {cuts.Count} cuts. Give from 1 to {RfmBins.Most - 1}, or none for thresholds that are learned."), name);
        }

        for (int i = 0; i < cuts.Count; i++)
        {
            if (!double.IsFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1]))
            {
                result.AddError(FormattableString.Invariant($"Cut {i + 1} is {cuts[i]}. Expected finite numbers that rise."), name);
                break;
            }
        }

        if (cuts.Count > 0 && bins is int given && given != cuts.Count + 1)
        {
            result.AddError(FormattableString.Invariant($"{given} bins do not go with {cuts.Count} cuts, which make {cuts.Count + 1}. Set {name} alone."), binsName);
        }
    }
}
