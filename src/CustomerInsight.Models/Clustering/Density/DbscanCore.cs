namespace CustomerInsight.Models;

/// <summary>A place at the heart of a group, with enough rows around it.</summary>
/// <param name="Group">The group, from 0.</param>
/// <param name="Place">Where it is, on the model's scale.</param>
public sealed record DbscanCore(int Group, ValueList<double> Place);
