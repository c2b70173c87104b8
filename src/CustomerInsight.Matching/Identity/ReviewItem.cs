namespace CustomerInsight.Matching;

/// <summary>A pair of records that is worth a person's look.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Left">One record, the first in canonical order of those that say the same.</param>
/// <param name="Right">The other.</param>
/// <param name="LeftProfile">The one's profile.</param>
/// <param name="RightProfile">The other's.</param>
/// <param name="Worth">How many pairs of records are expected to be wrongly apart or together as it is: what a look may set right.</param>
/// <param name="Reason">What keeps apart two that weigh enough; null for the other kinds.</param>
/// <param name="Rule">The rule, identifier or source that keeps them apart; null where the reason has no name.</param>
/// <param name="Evidence">What speaks for and against.</param>
public sealed record ReviewItem(ReviewKind Kind, RecordKey Left, RecordKey Right, ProfileId LeftProfile, ProfileId RightProfile, double Worth, ApartReason? Reason, string? Rule, PairEvidence Evidence);
