namespace CustomerInsight.Models;

/// <summary>Customers with their purchases, up to a moment: what a table is summed up from.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
internal interface IPurchaseSource
{
    /// <summary>The customers in ordinal order, no two alike.</summary>
    string[] Customers { get; }

    /// <summary>Counts, by currency, the activities that would be purchases; a currency that only refunds are in has none.</summary>
    IReadOnlyDictionary<string, long> CountCurrencies(bool keepZeroAmounts, ParallelOptions parallel);

    /// <summary>Makes a reader of the customers from a first to, but without, a last.</summary>
    PurchaseReader Read(string currency, int from, int to);
}
