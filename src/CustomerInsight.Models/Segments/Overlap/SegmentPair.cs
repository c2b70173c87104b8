namespace CustomerInsight.Models;

/// <summary>How far two segments have the same customers.</summary>
/// <param name="First">One segment.</param>
/// <param name="Second">The other.</param>
/// <param name="FirstCustomers">The customers of the first.</param>
/// <param name="SecondCustomers">The customers of the second.</param>
/// <param name="Both">The customers in both.</param>
/// <param name="Customers">All customers, those in neither too.</param>
public sealed record SegmentPair(string First, string Second, int FirstCustomers, int SecondCustomers, int Both, int Customers)
{
    /// <summary>Gets the customers in at least one of the two.</summary>
    public int Either => FirstCustomers + SecondCustomers - Both;

    /// <summary>Gets the share of those in both among those in at least one (Jaccard), in [0, 1]; 0 where both are empty.</summary>
    public double Jaccard => Either == 0 ? 0 : (double)Both / Either;

    /// <summary>Gets how many times as many are in both as would be if one said nothing about the other; 1 for no relation. Null where one is empty.</summary>
    public double? Lift => FirstCustomers == 0 || SecondCustomers == 0 ? null : (double)Both * Customers / ((double)FirstCustomers * SecondCustomers);

    /// <summary>Gets the share of the first that is in the second too, in [0, 1]; null where the first is empty.</summary>
    public double? ShareOfFirst => FirstCustomers == 0 ? null : (double)Both / FirstCustomers;

    /// <summary>Gets the share of the second that is in the first too, in [0, 1]; null where the second is empty.</summary>
    public double? ShareOfSecond => SecondCustomers == 0 ? null : (double)Both / SecondCustomers;
}
