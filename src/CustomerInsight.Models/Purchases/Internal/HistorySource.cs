using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>Histories as they come out of a run.</summary>
internal sealed class HistorySource : IPurchaseSource
{
    private readonly CustomerHistory[] _histories;
    private readonly DateTimeOffset _asOf;

    public HistorySource(IReadOnlyList<CustomerHistory> histories, DateTimeOffset asOf)
    {
        _histories = HistoryOrder.Of(histories);
        _asOf = asOf;
        Customers = Array.ConvertAll(_histories, static history => history.Customer);
    }

    public string[] Customers { get; }

    public IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, CancellationToken cancellationToken)
    {
        var votes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (CustomerHistory history in _histories)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (CustomerActivity activity in history.Activities)
            {
                if (Counts(activity) && activity.Value is Money money)
                {
                    bool hasVote = money.Amount > 0 || (money.Amount == 0 && keepZeroAmounts);
                    CollectionsMarshal.GetValueRefOrAddDefault(votes, money.Currency ?? Money.NoCurrency, out _) += hasVote ? 1 : 0;
                }
            }
        }

        return votes;
    }

    public int Read(int customer, ref PurchaseRow[] buffer)
    {
        IReadOnlyList<CustomerActivity> activities = _histories[customer].Activities;
        if (buffer.Length < activities.Count)
        {
            buffer = new PurchaseRow[Math.Max(activities.Count, buffer.Length * 2)];
        }

        int count = 0;
        for (int i = 0; i < activities.Count; i++)
        {
            CustomerActivity activity = activities[i];
            if (Counts(activity))
            {
                buffer[count++] = RowOf(activity);
            }
        }

        return count;
    }

    private static PurchaseRow RowOf(CustomerActivity activity) => new()
    {
        Ticks = activity.At.UtcTicks,
        Amount = activity.Value?.Amount ?? 0,
        Currency = activity.Value is Money money ? money.Currency ?? Money.NoCurrency : null,
        Detail = ActivityDetail.Of(activity),
    };

    private bool Counts(CustomerActivity activity) => activity.Type == ActivityTypes.Purchase && activity.At <= _asOf;
}
