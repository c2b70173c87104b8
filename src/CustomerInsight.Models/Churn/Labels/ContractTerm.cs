namespace CustomerInsight.Models;

/// <summary>A contract of a customer: one row a contract, as a billing system has them.</summary>
/// <param name="Customer">The customer's name in results. Not empty.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">The moment from which on it does not run any more, after <paramref name="Start"/>; null where it has no end yet. Not the end of a term that renews itself.</param>
public sealed record ContractTerm(string Customer, DateTimeOffset Start, DateTimeOffset? End)
{
    /// <summary>Says that there is a contract, never whose.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => End is null ? "contract without end" : "contract that ends";
}
