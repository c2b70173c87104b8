using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Histories as they come out of a run.</summary>
internal sealed class HistorySource : IPurchaseSource
{
    private const int ChunkLength = 4_096;

    private readonly CustomerHistory[] _histories;
    private readonly long _asOf;

    public HistorySource(IReadOnlyList<CustomerHistory> histories, DateTimeOffset asOf)
    {
        _histories = HistoryOrder.Of(histories);
        _asOf = asOf.UtcTicks;
        Customers = Array.ConvertAll(_histories, static history => history.Customer);
    }

    public string[] Customers { get; }

    public static bool IsPurchase(CustomerActivity activity, long asOf) => activity.Type == ActivityTypes.Purchase && activity.At.UtcTicks <= asOf;

    public IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, ParallelOptions parallel)
    {
        var votes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach ((string currency, long count) in FixedChunks.Run(_histories.Length, ChunkLength, parallel, (from, to) => Count(keepZeroAmounts, from, to)).SelectMany(static part => part))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(votes, currency, out _) += count;
        }

        return votes;
    }

    public PurchaseReader Read(string currency, int from, int to) => new HistoryPurchases(_histories, _asOf, currency);

    private List<(string Currency, long Count)> Count(bool keepZeroAmounts, int from, int to)
    {
        // There are few currencies, and an activity mostly has that of the one before it.
        var votes = new List<(string Currency, long Count)>();
        int last = -1;
        for (int history = from; history < to; history++)
        {
            IReadOnlyList<CustomerActivity> activities = _histories[history].Activities;
            for (int i = 0; i < activities.Count; i++)
            {
                if (activities[i].Value is not Money money || !IsPurchase(activities[i], _asOf))
                {
                    continue;
                }

                string currency = money.Currency ?? Money.NoCurrency;
                if (last < 0 || votes[last].Currency != currency)
                {
                    last = votes.FindIndex(vote => vote.Currency == currency);
                    if (last < 0)
                    {
                        last = votes.Count;
                        votes.Add((currency, 0));
                    }
                }

                bool hasVote = money.Amount > 0 || (money.Amount == 0 && keepZeroAmounts);
                votes[last] = (currency, votes[last].Count + (hasVote ? 1 : 0));
            }
        }

        return votes;
    }
}
