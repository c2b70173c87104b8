namespace CustomerInsight.Models;

/// <summary>Adds up how many customers counts are of.</summary>
internal static class CustomerTotal
{
    /// <summary>Adds counts that a report, which counts customers by an int, is to hold.</summary>
    /// <param name="customers">The counts.</param>
    /// <param name="parameterName">Where they came from.</param>
    /// <exception cref="ArgumentException">A count is negative, or all together are above 2,147,483,647.</exception>
    public static int Of(IEnumerable<int> customers, string parameterName)
    {
        long total = 0;
        int at = 0;
        foreach (int count in customers)
        {
            if (count < 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"The count at {at} is of {count} customers. Expected at least 0."), parameterName);
            }

            total += count;
            at++;
        }

        return total <= int.MaxValue ? (int)total : throw new ArgumentException(
            FormattableString.Invariant($"The counts are of {total} customers together, more than {int.MaxValue}. Divide them all by the same number, or take a sample."), parameterName);
    }
}
