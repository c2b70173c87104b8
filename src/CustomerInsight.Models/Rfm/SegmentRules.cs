namespace CustomerInsight.Models;

/// <summary>Ordered rules over scores: the segmentation that a model carries.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class SegmentRules : ISegmentation
{
    private readonly ValueList<SegmentRule> _rules;

    /// <summary>Makes a segmentation.</summary>
    /// <param name="rules">The rules in order.</param>
    public SegmentRules(ValueList<SegmentRule> rules)
    {
        _rules = rules;
        Segments = [.. rules.Select(static rule => rule.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Gets the eleven segments in common use, as rules without gaps.</summary>
    /// <remarks>
    /// The names are those of marketing practice, for which no binding definition exists; the bounds are this library's. New customers are told by frequency alone,
    /// so that one large first purchase does not make someone loyal.
    /// </remarks>
    public static ValueList<SegmentRule> Default { get; } =
    [
        new(SegmentNames.Champions) { Recency = new(4, null), FrequencyAndMonetary = new(4, null) },
        new(SegmentNames.NewCustomer) { Recency = new(4, null), Frequency = new(null, 2) },
        new(SegmentNames.Loyal) { Recency = new(3, null), Frequency = new(3, null), FrequencyAndMonetary = new(3, null) },
        new(SegmentNames.PotentialLoyalist) { Recency = new(4, null) },
        new(SegmentNames.Promising) { Recency = new(3, null), Frequency = new(null, 2) },
        new(SegmentNames.NeedsAttention) { Recency = new(3, null), FrequencyAndMonetary = new(2, null) },
        new(SegmentNames.CannotLose) { Recency = new(null, 2), FrequencyAndMonetary = new(4, null) },
        new(SegmentNames.AtRisk) { Recency = new(null, 3), FrequencyAndMonetary = new(3, null) },
        new(SegmentNames.AboutToSleep) { Recency = new(2, null) },
        new(SegmentNames.Hibernating) { FrequencyAndMonetary = new(2, null) },
        new(SegmentNames.Lost),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Segments { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No rule matches the scores.</exception>
    public SegmentChoice Choose(PurchaseSummary customer, RfmCell cell)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return Find(cell) is SegmentRule rule
            ? new SegmentChoice(rule.Name, rule.Describe())
            : throw new ArgumentException($"No segment rule matches the scores {cell}. Add a last rule without bounds.", nameof(cell));
    }

    internal SegmentRule? Find(RfmCell cell)
    {
        double recency = cell.OnFive(cell.Recency);
        double frequency = cell.OnFive(cell.Frequency);
        double monetary = cell.OnFive(cell.Monetary);
        foreach (SegmentRule rule in _rules.AsSpan())
        {
            if (rule.Matches(recency, frequency, monetary))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Finds scores that no rule takes.</summary>
    internal RfmCell? FindGap(int bins)
    {
        for (int recency = 1; recency <= bins; recency++)
        {
            for (int frequency = 1; frequency <= bins; frequency++)
            {
                for (int monetary = 1; monetary <= bins; monetary++)
                {
                    var cell = new RfmCell(recency, frequency, monetary, bins);
                    if (Find(cell) is null)
                    {
                        return cell;
                    }
                }
            }
        }

        return null;
    }
}
