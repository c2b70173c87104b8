namespace CustomerInsight.Models;

/// <summary>Histories cut to what was known at a moment.</summary>
internal static class HistoryView
{
    /// <summary>Copies the histories with activities after a first and not after a last moment; customers without one are left out.</summary>
    /// <exception cref="ArgumentException">Two customers have the same name, or a customer or an activity is null.</exception>
    public static CustomerHistory[] Of(IReadOnlyList<CustomerHistory> customers, DateTimeOffset? after, DateTimeOffset until)
    {
        var known = new List<CustomerHistory>(customers.Count);
        foreach (CustomerHistory customer in HistoryOrder.Of(customers))
        {
            CustomerActivity[] activities = [.. customer.Activities.Where(activity => activity.At <= until && !(activity.At <= after))];
            if (activities.Length > 0)
            {
                known.Add(activities.Length == customer.Activities.Count ? customer : customer with { Activities = activities });
            }
        }

        return [.. known];
    }
}
