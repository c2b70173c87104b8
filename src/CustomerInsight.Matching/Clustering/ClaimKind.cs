namespace CustomerInsight.Matching;

/// <summary>A kind of thing that contents claim, and of which one entity holds a few only: values of a unique identifier, records of a duplicate-free source.</summary>
/// <param name="Name">Its name for reports: an identifier's type and scope, or a source.</param>
/// <param name="Most">How many distinct ones a cluster may hold, at least 1.</param>
/// <param name="Reason">Why what would hold more is kept apart: <see cref="ApartReason.Identifier"/> or <see cref="ApartReason.DuplicateFree"/>.</param>
public sealed record ClaimKind(string Name, int Most, ApartReason Reason);
