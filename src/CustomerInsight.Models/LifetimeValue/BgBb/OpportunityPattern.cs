namespace CustomerInsight.Models;

/// <summary>At which of a row of opportunities a customer bought, such as yearly appeals for donations: all that a model in discrete time needs to know.</summary>
/// <param name="Repeats">At how many opportunities after the first purchase the customer bought (x in the literature). At least 0.</param>
/// <param name="LastOpportunity">Which opportunity was the last one used, counted from 1 (t_x); 0 without repeats. From <paramref name="Repeats"/> to <paramref name="Opportunities"/>.</param>
/// <param name="Opportunities">How many opportunities there were after the first purchase (n). From 0 to 100,000.</param>
public readonly record struct OpportunityPattern(int Repeats, int LastOpportunity, int Opportunities)
{
    internal const int MostOpportunities = 100_000;

    /// <summary>Gets whether the numbers keep to their ranges.</summary>
    public bool IsValid =>
        Repeats >= 0 && LastOpportunity >= Repeats && LastOpportunity <= Opportunities && Opportunities <= MostOpportunities
        && (Repeats > 0 || LastOpportunity == 0);

    internal void ThrowIfInvalid(string parameterName)
    {
        if (!IsValid)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Repeats={Repeats}, LastOpportunity={LastOpportunity}, Opportunities={Opportunities} cannot be. Expected 0 <= Repeats <= LastOpportunity <= Opportunities <= {MostOpportunities}, with LastOpportunity = 0 where there is no repeat; count opportunities from 1, after that of the first purchase."),
                parameterName);
        }
    }
}
