namespace CustomerInsight;

/// <summary>One customer with what it did, up to the as-of moment.</summary>
/// <param name="Customer">The customer's name in results: the profile's id, or, in a run without records, the customer id of the activities.</param>
/// <param name="Profile">The profile, or null in a run without records.</param>
/// <param name="Activities">What it did, by time, ties in the order of the activities' keys. May be empty.</param>
public sealed record CustomerHistory(string Customer, Profile? Profile, IReadOnlyList<CustomerActivity> Activities);
