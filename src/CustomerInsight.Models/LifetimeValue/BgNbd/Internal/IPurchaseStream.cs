namespace CustomerInsight.Models;

/// <summary>The purchases to come of customers who are alive and have the same rate, each discounted.</summary>
internal interface IPurchaseStream
{
    /// <summary>Σⱼ (λτ)ʲ / j! · g(λ) / λ, where g(λ) is how many purchases to expect from stage j.</summary>
    double PurchasesOverRate(double rate);
}
