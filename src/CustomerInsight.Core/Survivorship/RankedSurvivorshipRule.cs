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

    /// <inheritdoc/>
    public int Choose(IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(contenders);
        int best = 0;
        for (int i = 1; i < contenders.Count; i++)
        {
            if (Compare(contenders[i], contenders[best], contenders) > 0)
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
        return new ComparisonRule(
            $"{Name}, then {next.Name}",
            (left, right, contenders) => Compare(left, right, contenders) is not 0 and int order ? order : next.Compare(left, right, contenders));
    }
}
