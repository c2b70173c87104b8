namespace CustomerInsight.Matching;

/// <summary>How often strangers hold each level of a comparison, given the levels of others: an e-mail made of the name agrees where the name does.</summary>
/// <param name="On">The names of the comparisons it depends on; each stands before it in the model.</param>
/// <param name="Shares">
/// One row for each combination of their levels, the first comparison's level changing slowest; a comparison's levels come in the ladder's order with
/// "different" next to last and "missing" last. A row has one share above 0 a level of this comparison, "different" last, and adds up to 1.
/// </param>
public sealed record ChanceDependence(ValueList<string> On, ValueList<double> Shares);
