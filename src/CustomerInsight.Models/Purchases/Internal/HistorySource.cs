using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Histories as they come out of a run.</summary>
internal sealed class HistorySource : IPurchaseSource
{
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

    public IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, CancellationToken cancellationToken)
    {
        var votes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (CustomerHistory history in _histories)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (CustomerActivity activity in history.Activities)
            {
                if (IsPurchase(activity, _asOf) && activity.Value is Money money)
                {
                    bool hasVote = money.Amount > 0 || (money.Amount == 0 && keepZeroAmounts);
                    CollectionsMarshal.GetValueRefOrAddDefault(votes, money.Currency ?? Money.NoCurrency, out _) += hasVote ? 1 : 0;
                }
            }
        }

        return votes;
    }

    public PurchaseReader Read(string currency, int from, int to) => new HistoryPurchases(_histories, _asOf, currency);
}
