namespace CustomerInsight.Models;

/// <summary>One part of the rows to be predicted by what was learned from others.</summary>
/// <param name="Name">The fold's name in reports.</param>
/// <param name="Train">The rows to learn from, rising.</param>
/// <param name="Test">The rows to predict, rising; none of them is among the others.</param>
public sealed record Fold(string Name, ValueList<int> Train, ValueList<int> Test)
{
    /// <summary>Writes the name and how many rows there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"fold {Name}: {Train.Count} rows to learn from, {Test.Count} to predict");
}
