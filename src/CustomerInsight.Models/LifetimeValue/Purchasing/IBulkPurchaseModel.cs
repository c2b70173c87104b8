namespace CustomerInsight.Models;

/// <summary>A purchase model that answers for many customers faster than one after the other.</summary>
/// <remarks>What comes out for a customer depends on that customer's pattern alone, not on the others asked about; of regular purchases (k above 1) to twelve digits.</remarks>
internal interface IBulkPurchaseModel : IPurchaseModel
{
    void ProbabilitiesAlive(ReadOnlySpan<RepeatPattern> patterns, Span<double> results);

    void DiscountedPurchasesIfAlive(ReadOnlySpan<RepeatPattern> patterns, Duration ahead, DiscountRate rate, Span<double> results, ParallelOptions? parallel = null);
}
