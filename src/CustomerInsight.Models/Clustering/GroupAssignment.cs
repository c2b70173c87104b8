using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>To which group a model counts a customer.</summary>
/// <param name="Group">The group, from 0; <see cref="None"/> for a customer who belongs to none.</param>
/// <param name="Distance">How far the customer is from what stands for the group (its centre, its medoid, its nearest core), on the model's scale; not a number where there is no such thing.</param>
/// <param name="Membership">How surely the customer belongs to it, in [0, 1]: a probability where the model has one, else 1; 0 for none.</param>
public readonly record struct GroupAssignment(int Group, double Distance, double Membership)
{
    /// <summary>The number in the place of a group where a customer belongs to none: noise, or a feature is missing.</summary>
    public const int None = -1;

    /// <summary>Gets the assignment of a customer who belongs to no group.</summary>
    public static GroupAssignment Nobody => new(None, double.NaN, 0);

    /// <summary>Writes group, distance and membership.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Group == None ? "no group" : string.Create(CultureInfo.InvariantCulture, $"group {Group} at {Distance:G6} ({Membership * 100:0.0} %)");
}
