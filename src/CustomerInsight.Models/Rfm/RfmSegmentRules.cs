namespace CustomerInsight.Models;

/// <summary>Ordered rules over scores: the segmentation that a model carries.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class RfmSegmentRules : ISegmentation
{
    private readonly RfmSegmentChoice[] _choices;

    /// <summary>Makes a segmentation.</summary>
    /// <param name="rules">The rules in order.</param>
    public RfmSegmentRules(ValueList<RfmSegmentRule> rules)
    {
        Rules = rules;
        _choices = [.. rules.Select(static rule => new RfmSegmentChoice(rule.Name, rule.Describe()))];
        Segments = [.. rules.Select(static rule => rule.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Gets the eleven segments in common use, as rules without gaps.</summary>
    /// <remarks>
    /// The names are those of marketing practice, for which no binding definition exists; the bounds are this library's. New customers are told by frequency alone,
    /// so that one large first purchase does not make someone loyal.
    /// </remarks>
    public static ValueList<RfmSegmentRule> Default { get; } =
    [
        new(RfmSegmentNames.Champions) { Recency = new(4, null), FrequencyAndMonetary = new(4, null) },
        new(RfmSegmentNames.NewCustomer) { Recency = new(4, null), Frequency = new(null, 2) },
        new(RfmSegmentNames.Loyal) { Recency = new(3, null), Frequency = new(3, null), FrequencyAndMonetary = new(3, null) },
        new(RfmSegmentNames.PotentialLoyalist) { Recency = new(4, null) },
        new(RfmSegmentNames.Promising) { Recency = new(3, null), Frequency = new(null, 2) },
        new(RfmSegmentNames.NeedsAttention) { Recency = new(3, null), FrequencyAndMonetary = new(2, null) },
        new(RfmSegmentNames.CannotLose) { Recency = new(null, 2), FrequencyAndMonetary = new(4, null) },
        new(RfmSegmentNames.AtRisk) { Recency = new(null, 3), FrequencyAndMonetary = new(3, null) },
        new(RfmSegmentNames.AboutToSleep) { Recency = new(2, null) },
        new(RfmSegmentNames.Hibernating) { FrequencyAndMonetary = new(2, null) },
        new(RfmSegmentNames.Lost),
    ];

    /// <summary>Gets the rules in order.</summary>
    public ValueList<RfmSegmentRule> Rules { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Segments { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No rule matches the scores.</exception>
    public RfmSegmentChoice Choose(PurchaseSummary customer, RfmCell cell)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return Find(cell) is int rule
            ? _choices[rule]
            : throw new ArgumentException($"No segment rule matches the scores {cell}. Add a last rule without bounds.", nameof(cell));
    }

    /// <summary>Finds out which combinations of scores the rules leave out, and which they take twice.</summary>
    /// <param name="bins">The highest scores.</param>
    /// <returns>What each rule takes, and the gaps.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of bins is not from 2 to 10.</exception>
    public RfmRuleCoverage Check(RfmBins bins) => bins.IsValid
        ? RfmRuleCoverage.Of(Rules, bins)
        : throw new ArgumentOutOfRangeException(nameof(bins), bins, "Expected from 2 to 10 bins in each dimension.");

    internal RfmSegmentChoice Choice(int rule) => _choices[rule];

    /// <summary>Finds the first rule that takes the scores.</summary>
    internal int? Find(RfmCell cell)
    {
        for (int rule = 0; rule < Rules.Count; rule++)
        {
            if (Rules[rule].Matches(cell.RecencyOnFive, cell.FrequencyOnFive, cell.MonetaryOnFive))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Finds scores that no rule takes.</summary>
    internal RfmCell? FindGap(RfmBins bins)
    {
        for (int index = 0; index < bins.Cells; index++)
        {
            RfmCell cell = bins.Cell(index);
            if (Find(cell) is null)
            {
                return cell;
            }
        }

        return null;
    }
}
