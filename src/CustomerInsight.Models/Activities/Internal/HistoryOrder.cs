namespace CustomerInsight.Models;

/// <summary>Brings histories in ordinal order of the customer.</summary>
internal static class HistoryOrder
{
    /// <summary>Copies the histories in order.</summary>
    /// <exception cref="ArgumentException">Two customers have the same name, or a customer or an activity is null.</exception>
    public static CustomerHistory[] Of(IReadOnlyList<CustomerHistory> customers)
    {
        CustomerHistory[] sorted = [.. customers];
        ThrowIfNulls(sorted);

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

    private static void ThrowIfNulls(CustomerHistory?[] customers)
    {
        for (int i = 0; i < customers.Length; i++)
        {
            if (customers[i]?.Activities is not { } activities || customers[i]!.Customer is null)
            {
                throw new ArgumentException(FormattableString.Invariant($"Customer {i + 1} of the list is null, or its name or its activities are. Leave it out, or give it an empty list of activities."), nameof(customers));
            }

            int place = activities is CustomerActivity?[] array ? Array.IndexOf(array, null) : IndexOfNull(activities);
            if (place >= 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"Activity {place + 1} of customer {i + 1} of the list is null. Leave it out."), nameof(customers));
            }
        }
    }

    private static int IndexOfNull(IReadOnlyList<CustomerActivity?> activities)
    {
        int place = activities.Count - 1;
        while (place >= 0 && activities[place] is not null)
        {
            place--;
        }

        return place;
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
