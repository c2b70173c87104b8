namespace CustomerInsight.Models;

/// <summary>Customers with their purchases, up to a moment: what a table is summed up from.</summary>
internal interface IPurchaseSource
{
    /// <summary>The customers in ordinal order, no two alike.</summary>
    string[] Customers { get; }

    /// <summary>Counts, by currency, the activities that would be purchases; a currency that only refunds are in has none.</summary>
    IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, CancellationToken cancellationToken);

    /// <summary>Writes a customer's activities of type purchase, in any order, and gives their count; the buffer is replaced where it is too small.</summary>
    int Read(int customer, ref PurchaseRow[] buffer);
}
