namespace CustomerInsight.Models;

/// <summary>How many contracts ran as long.</summary>
/// <param name="Life">How long.</param>
/// <param name="Customers">How many contracts. At least 0.</param>
public readonly record struct ContractCount(ContractLife Life, int Customers)
{
    /// <summary>Counts contracts that ran as long.</summary>
    /// <param name="lives">One for each contract, in any order.</param>
    /// <returns>The distinct ones, by rising renewals. Time O(n).</returns>
    public static ValueList<ContractCount> Of(IEnumerable<ContractLife> lives)
    {
        ArgumentNullException.ThrowIfNull(lives);
        return ValueList.From(Merge(lives.Select(static life => new ContractCount(life, 1))));
    }

    /// <summary>Counts the contracts of cohorts, which may be of different ages: those alive at the end of their cohort's row still run.</summary>
    /// <param name="cohorts">The cohorts, in any order.</param>
    /// <returns>The distinct lives, by rising renewals.</returns>
    /// <exception cref="ArgumentException">More than 2,147,483,647 contracts ran as long.</exception>
    public static ValueList<ContractCount> Of(IEnumerable<ContractCohort> cohorts)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        return ValueList.From(Merge(cohorts.SelectMany(static cohort => cohort.Counts())));
    }

    internal static IEnumerable<ContractCount> Merge(IEnumerable<ContractCount> counts) => counts
        .GroupBy(static count => count.Life, static count => count.Customers)
        .Select(static group => new ContractCount(group.Key, CustomerTotal.Of(group, nameof(counts))))
        .Where(static count => count.Customers > 0)
        .OrderBy(static count => count.Life.Renewals)
        .ThenBy(static count => count.Life.SeenFrom)
        .ThenBy(static count => count.Life.Churned);
}
