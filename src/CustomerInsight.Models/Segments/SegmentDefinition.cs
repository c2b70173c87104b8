namespace CustomerInsight.Models;

/// <summary>A named segment: who meets its condition is in it.</summary>
/// <param name="Name">The segment's name, unique within a set; upper and lower case differ. Not blank.</param>
/// <param name="When">The condition.</param>
/// <param name="Description">What the segment is for; may be empty.</param>
public sealed record SegmentDefinition(string Name, SegmentCondition When, string Description = "");
