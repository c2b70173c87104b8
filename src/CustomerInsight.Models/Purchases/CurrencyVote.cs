using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Finds the currency of most purchases.</summary>
internal static class CurrencyVote
{
    public static string Winner(IReadOnlyList<CustomerHistory> customers, DateTimeOffset asOf, bool keepZeroAmounts, CancellationToken cancellationToken)
    {
        var votes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (CustomerHistory customer in customers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (CustomerActivity activity in customer.Activities)
            {
                if (activity.Type == ActivityTypes.Purchase && activity.At <= asOf && activity.Value is Money money)
                {
                    // A currency that only refunds are in is a candidate, but without a vote.
                    bool counts = money.Amount > 0 || (money.Amount == 0 && keepZeroAmounts);
                    CollectionsMarshal.GetValueRefOrAddDefault(votes, money.Currency ?? Money.NoCurrency, out _) += counts ? 1 : 0;
                }
            }
        }

        return votes
            .OrderByDescending(static vote => vote.Value)
            .ThenBy(static vote => vote.Key, StringComparer.Ordinal)
            .Select(static vote => vote.Key)
            .FirstOrDefault(Money.NoCurrency);
    }
}
