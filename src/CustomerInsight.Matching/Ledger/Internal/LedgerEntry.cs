namespace CustomerInsight.Matching;

/// <summary>A decision, or what one was made about, as an identity ledger keeps it.</summary>
/// <remarks>
/// Records, contents and schemas are named by the numbers that the ledger gave them, so that what is left when the entries of a record itself are erased
/// says nothing about a person.
/// </remarks>
internal abstract record LedgerEntry;
