namespace CustomerInsight.Models;

/// <summary>Contracts that started together, and how many of them were left after each renewal.</summary>
public sealed record ContractCohort
{
    /// <summary>Makes a cohort.</summary>
    /// <param name="survivors">How many were left: at the start, after the first renewal, after the second, …, as far as it was seen.</param>
    /// <exception cref="ArgumentException">There is no number, one is negative, or one is above that before it.</exception>
    public ContractCohort(ValueList<int> survivors)
    {
        for (int i = 0; i < survivors.Count; i++)
        {
            if (survivors[i] < 0 || (i > 0 && survivors[i] > survivors[i - 1]))
            {
                throw new ArgumentException(FormattableString.Invariant($"There are {survivors[i]} survivors at {i}. Expected at least 0, and no more than before."), nameof(survivors));
            }
        }

        Survivors = survivors.Count > 0 ? survivors : throw new ArgumentException("The cohort has no numbers. Pass at least its size at the start.", nameof(survivors));
    }

    /// <summary>Gets how many were left: at the start, after the first renewal, after the second, ….</summary>
    public ValueList<int> Survivors { get; }

    internal IEnumerable<ContractCount> Counts()
    {
        for (int i = 1; i < Survivors.Count; i++)
        {
            yield return new ContractCount(new ContractLife(i - 1, true), Survivors[i - 1] - Survivors[i]);
        }

        yield return new ContractCount(new ContractLife(Survivors.Count - 1, false), Survivors[^1]);
    }
}
