using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Looks for traits that know what came after the cut-off.</summary>
/// <remarks>
/// A model that learns from such traits looks excellent in validation and is useless in use. The guard computes the traits again after everything later than the cut-off was deleted,
/// and compares: a difference is a proof. What a host's own system overwrites in place (a status, a field "last contact") has no date to delete by; of that only tells that a trait is too good.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class LeakageGuard
{
    /// <summary>Checks traits that are made of a log.</summary>
    /// <param name="log">The log, with what came after the cut-off.</param>
    /// <param name="cutOff">The cut-off.</param>
    /// <param name="features">Makes the traits as of the cut-off from a log. Called twice.</param>
    /// <param name="labels">What became of the customers, to find traits that are too good; null to leave that out.</param>
    /// <param name="options">When a trait is suspicious; null for the defaults.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public static LeakageReport Check(
        [NotNull] ActivityLog log, DateTimeOffset cutOff, [NotNull] Func<ActivityLog, TraitTable> features, CustomerLabels? labels = null, LeakageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(features);
        return Check(cutOff, features(log), features(log.Until(cutOff)), labels, options);
    }

    /// <summary>Checks traits that are made of histories.</summary>
    /// <param name="customers">The histories, with what came after the cut-off.</param>
    /// <param name="cutOff">The cut-off.</param>
    /// <param name="features">Makes the traits as of the cut-off from histories. Called twice; customers who did nothing by the cut-off are not in the second list.</param>
    /// <param name="labels">What became of the customers, to find traits that are too good; null to leave that out.</param>
    /// <param name="options">When a trait is suspicious; null for the defaults.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">Two customers have the same name, a customer or an activity is null, or an option is not usable.</exception>
    public static LeakageReport Check(
        [NotNull] IReadOnlyList<CustomerHistory> customers,
        DateTimeOffset cutOff,
        [NotNull] Func<IReadOnlyList<CustomerHistory>, TraitTable> features,
        CustomerLabels? labels = null,
        LeakageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(features);
        return Check(cutOff, features(customers), features(HistoryView.Of(customers, null, cutOff)), labels, options);
    }

    /// <summary>Looks for traits that alone tell too much.</summary>
    /// <param name="features">The traits, made in any way.</param>
    /// <param name="labels">What became of the customers; those without traits, and traits of others, are passed over.</param>
    /// <param name="options">When a trait is suspicious; null for the defaults.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">An option is not usable.</exception>
    public static LeakageReport Check([NotNull] TraitTable features, [NotNull] CustomerLabels labels, LeakageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        return Check(labels.CutOff, features, features, labels, options);
    }

    private static LeakageReport Check(DateTimeOffset cutOff, TraitTable features, TraitTable withoutFuture, CustomerLabels? labels, LeakageOptions? options)
    {
        options ??= new LeakageOptions();
        OptionsCheck.ThrowIfInvalid(options, nameof(options), new LeakageOptionsValidator());
        var findings = new List<LeakageFinding>(ReferenceEquals(features, withoutFuture) ? [] : TraitComparison.Differences(features, withoutFuture, options.Tolerance));
        List<TraitScore> scores = labels is null ? [] : SingleTraits.Scores(features, labels);
        findings.AddRange(scores
            .Where(score => score.AreaUnderRoc >= options.TooGoodFrom)
            .Select(static score => new LeakageFinding(score.Trait, LeakageKind.TooGood, 0, score.AreaUnderRoc)));
        if (scores.Count > 1 && scores[0].AreaUnderRoc < options.TooGoodFrom && scores[0].AreaUnderRoc - scores[1].AreaUnderRoc >= options.FarAboveBy)
        {
            findings.Add(new LeakageFinding(scores[0].Trait, LeakageKind.FarAbove, 0, scores[0].AreaUnderRoc));
        }

        return new LeakageReport(cutOff, ValueList.From(findings), ValueList.From(scores));
    }
}
