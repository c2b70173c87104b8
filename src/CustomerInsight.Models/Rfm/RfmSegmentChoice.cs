namespace CustomerInsight.Models;

/// <summary>The segment of a customer, with the reason.</summary>
/// <param name="Name">The segment's name.</param>
/// <param name="Reason">Why, such as <c>R ≥ 4 and (F+M)/2 ≥ 4</c>. Holds no personal data.</param>
public readonly record struct RfmSegmentChoice(string Name, string Reason);
