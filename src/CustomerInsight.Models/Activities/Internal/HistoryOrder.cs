namespace CustomerInsight.Models;

/// <summary>Brings histories in ordinal order of the customer.</summary>
internal static class HistoryOrder
{
    /// <summary>Copies the histories in order.</summary>
    /// <exception cref="ArgumentException">Two customers have the same name.</exception>
    public static CustomerHistory[] Of(IReadOnlyList<CustomerHistory> customers)
    {
        CustomerHistory[] sorted = [.. customers];

        // A run's customers are in order already.
        if (IsRising(sorted))
        {
            return sorted;
        }

        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Customer, right.Customer));
        return IsRising(sorted)
            ? sorted
            : throw new ArgumentException("Two of the customers have the same name, so what they did cannot be told apart. Join their activities into one history.", nameof(customers));
    }

    private static bool IsRising(CustomerHistory[] customers)
    {
        for (int i = 1; i < customers.Length; i++)
        {
            if (string.CompareOrdinal(customers[i - 1].Customer, customers[i].Customer) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
