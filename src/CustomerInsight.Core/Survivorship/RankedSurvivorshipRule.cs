namespace CustomerInsight;

/// <summary>A survivorship rule that ranks contenders two by two, so that another rule can break its ties.</summary>
/// <remarks>Derive from it for a rule of your own that shall chain with <see cref="Then"/>; the library's are in <see cref="Survivorship"/>.</remarks>
/// <threadsafety>Safe from many threads; derived rules must be too.</threadsafety>
public abstract class RankedSurvivorshipRule : ISurvivorshipRule
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>Says which of two contenders should rather survive.</summary>
    /// <param name="left">One contender.</param>
    /// <param name="right">Another.</param>
    /// <param name="contenders">All of them, for rules that ask how often a value occurs.</param>
    /// <returns>Above 0 for <paramref name="left"/>, below 0 for <paramref name="right"/>, 0 for a tie. A total order, as for sorting.</returns>
    public abstract int Compare(Contender left, Contender right, IReadOnlyList<Contender> contenders);

    /// <summary>Makes the comparison for one list of contenders; a rule that counts over all of them does so here, once.</summary>
    /// <param name="contenders">All of them.</param>
    /// <returns>Orders two of <paramref name="contenders"/> as <see cref="Compare"/> does. Used by one thread at a time.</returns>
    public virtual Comparison<Contender> Prepare(IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        return (left, right) => Compare(left, right, contenders);
    }

    /// <inheritdoc/>
    /// <remarks>Cost: one <see cref="Prepare"/>, and one comparison for each contender.</remarks>
    public int Choose(IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        Comparison<Contender> compare = Prepare(contenders);
        int best = 0;
        for (int i = 1; i < contenders.Count; i++)
        {
            if (compare(contenders[i], contenders[best]) > 0)
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Lets another rule choose where this one cannot tell contenders apart.</summary>
    /// <param name="next">The rule for ties.</param>
    /// <returns>A rule that applies both; its name names both.</returns>
    public RankedSurvivorshipRule Then(RankedSurvivorshipRule next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new ChainedRule(this, next);
    }
}
